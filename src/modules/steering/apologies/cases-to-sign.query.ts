import { type Actor, unitsFor } from "../../../platform/permission.ts";
import { apologyFacts, readableCases } from "../../cases/index.ts";
import { watchedAppointment } from "../draft-apologies/appointment-watch.ts";
import type { SteeringDeps } from "../steering-deps.ts";

type SignDeps = Pick<SteeringDeps, "database" | "directory" | "calendarOf" | "clock">;

/**
 * Of these cases those whose apology waits for the actor's own signature now: a draft of a unit that they lead is open,
 * and as the case stands at this moment the apology is still owed and still theirs. Nobody else, and no moment longer.
 */
export async function casesToSign(
  deps: SignDeps,
  actor: Actor,
  caseIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const units = unitsFor(actor, "case.apologise");
  if (units.length === 0 || caseIds.length === 0) return new Set();
  const found = await deps.database.pool.query<{ caseId: string }>({
    name: "steering.cases-to-sign",
    text: `select case_id as "caseId" from steering.apology_draft
      where case_id = any ($1::uuid[]) and unit_id = any ($2::int[]) and state = 'open'`,
    values: [caseIds, units],
  });
  if (found.rows.length === 0) return new Set();
  const facts = await apologyFacts(
    deps.database.pool,
    found.rows.map(({ caseId }) => caseId),
  );
  const now = deps.clock();
  const theirs = facts.filter((fact) => {
    const watched = watchedAppointment(deps, fact, now);
    return watched?.kind === "apology" && units.includes(watched.unitId);
  });
  return new Set(theirs.map(({ caseId }) => caseId));
}

/** Of these cases (a page of a list) those that the actor may open: to read, or to sign. */
export async function openableCases(
  deps: SignDeps,
  actor: Actor,
  caseIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const readable = await readableCases(deps.database.pool, actor, caseIds);
  const others = caseIds.filter((id) => !readable.has(id));
  return new Set([...readable, ...(await casesToSign(deps, actor, others))]);
}
