import { type Actor, unitsFor } from "../../../platform/permission.ts";
import type { Db } from "../case-store.ts";
import type { CaseState } from "../domain/case-state.ts";
import { mayRead } from "../readable.ts";

/** Of these cases (a page of a list) those that the actor may open. */
export async function readableCases(
  db: Db,
  actor: Actor,
  caseIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (caseIds.length === 0 || unitsFor(actor, "case.read").length === 0) return new Set();
  const found = await db.query<{ state: CaseState }>({
    name: "cases.readable",
    text: "select state from cases.case_file where id = any ($1::uuid[])",
    values: [[...new Set(caseIds)]],
  });
  return new Set(found.rows.filter(({ state }) => mayRead(actor, state)).map(({ state }) => state.id));
}
