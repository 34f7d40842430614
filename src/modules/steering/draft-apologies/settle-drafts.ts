import type { Instant } from "../../../kernel/time.ts";
import { type ApologyFacts, apologyFacts } from "../../cases/index.ts";
import { type ClosedDraft, closeDrafts } from "../apology-store.ts";
import type { SteeringDeps } from "../steering-deps.ts";
import { type WatchedAppointment, watchedAppointment } from "./appointment-watch.ts";

/**
 * Closes those of these drafts that nobody owes any more; answers the cases that still owe one, each with its date and
 * the unit whose leader signs as they are now.
 */
export async function settleDrafts(
  deps: Pick<SteeringDeps, "database" | "directory" | "calendarOf">,
  caseIds: readonly string[],
  now: Instant,
): Promise<ReadonlyMap<string, WatchedAppointment>> {
  const owed = new Map<string, WatchedAppointment>();
  if (caseIds.length === 0) return owed;
  const closed: ClosedDraft[] = [];
  for (const fact of await apologyFacts(deps.database.pool, caseIds)) {
    const watched = watchedAppointment(deps, fact, now);
    if (watched?.kind === "apology") owed.set(fact.caseId, watched);
    else closed.push(closing(fact));
  }
  await closeDrafts(deps.database.pool, closed, now);
  return owed;
}

/**
 * Signed where the case was apologised for, also from its own screen; lapsed where it ended late without a word to the
 * applicant; dropped where a result came in time, the clock stopped or the date moved away.
 */
function closing({ caseId, dueAt, endedAt, apologySeq }: ApologyFacts): ClosedDraft {
  if (apologySeq !== null) return { caseId, state: "signed", actionSeq: apologySeq };
  const endedLate = endedAt !== null && dueAt !== null && dueAt < endedAt;
  return { caseId, state: endedLate ? "lapsed" : "dropped", actionSeq: null };
}
