import type { Instant } from "../../kernel/time.ts";
import type { CasesDeps } from "./cases-deps.ts";
import type { CaseAction } from "./domain/case-action.ts";
import { type Consumption, consumptionOf } from "./domain/consumption.ts";
import { versionsNamed } from "./explain-deadline/explain-deadline.ts";

/** Where the working time of a case went, by the calendar that counts it now; calendars are in memory. */
export async function consumptionFor(
  deps: Pick<CasesDeps, "calendarVersion">,
  actions: readonly CaseAction[],
  now: Instant,
): Promise<Consumption> {
  const version = versionsNamed(actions).at(-1);
  const calendar = version === undefined ? undefined : await deps.calendarVersion(version);
  return consumptionOf(
    actions,
    (asked) => {
      if (calendar === undefined) throw new Error(`no action names the calendar ${asked}`);
      return calendar;
    },
    now,
  );
}
