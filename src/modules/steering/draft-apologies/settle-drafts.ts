import type { Instant } from "../../../kernel/time.ts";
import { type ApologyFacts, apologyFacts, CASE_STATUS } from "../../cases/index.ts";
import { type ClosedDraft, closeDrafts } from "../apology-store.ts";
import type { SteeringDeps } from "../steering-deps.ts";

/** Closes those of these drafts that nobody owes any more; answers the cases that still owe one. */
export async function settleDrafts(
  { database }: Pick<SteeringDeps, "database">,
  caseIds: readonly string[],
  now: Instant,
): Promise<ReadonlySet<string>> {
  if (caseIds.length === 0) return new Set();
  const facts = await apologyFacts(database.pool, caseIds);
  await closeDrafts(database.pool, facts.flatMap(closing), now);
  return new Set(facts.filter((fact) => closing(fact).length === 0).map((fact) => fact.caseId));
}

/** Signed where the case was apologised for, also from its own screen; dropped where a result came or the clock stopped. */
function closing({ caseId, status, dueAt, apologySeq }: ApologyFacts): ClosedDraft[] {
  if (apologySeq !== null) return [{ caseId, state: "signed", actionSeq: apologySeq }];
  const works = status === CASE_STATUS.received || status === CASE_STATUS.processing;
  return works && dueAt !== null ? [] : [{ caseId, state: "dropped", actionSeq: null }];
}
