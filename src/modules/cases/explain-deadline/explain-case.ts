import type { CasesDeps } from "../cases-deps.ts";
import type { CaseAction } from "../domain/case-action.ts";
import { type DeadlineExplanation, explainDeadline, versionsNamed } from "./explain-deadline.ts";

/** The explanation of a case, each date by the calendar that counted it; calendars are in memory. */
export async function explainCase(
  deps: Pick<CasesDeps, "calendarVersion">,
  actions: readonly CaseAction[],
): Promise<DeadlineExplanation> {
  const known = new Map(
    await Promise.all(
      versionsNamed(actions).map(async (version) => [version, await deps.calendarVersion(version)] as const),
    ),
  );
  return explainDeadline(actions, (version) => {
    const calendar = known.get(version);
    if (calendar === undefined) throw new Error(`no action names the calendar ${version}`);
    return calendar;
  });
}
