import type { Actor } from "../../platform/permission.ts";
import { unitsFor } from "../../platform/permission.ts";
import type { CasesDeps } from "./cases-deps.ts";
import type { CaseState } from "./domain/case-state.ts";

/** The units a case passes or passed through: received, decides, works or worked on it, was asked. */
export function unitsOfCase(state: CaseState): number[] {
  const units = [state.receivingUnitId, state.decidingUnitId];
  for (const step of state.open) units.push(step.unitId);
  for (const step of state.done) units.push(step.unitId);
  if (state.opinion !== undefined) units.push(state.opinion.unitId);
  return [...new Set([...units, ...(state.former ?? [])])];
}

/** Whether the actor may read the case with its personal data. */
export function mayRead(actor: Actor, state: CaseState): boolean {
  const units = unitsOfCase(state);
  return unitsFor(actor, "case.read").some((unit) => units.includes(unit));
}

/**
 * Whether the actor may open this one case: what they may read, and, while it waits for their signature under an apology,
 * what a unit below them decides (its own leader's chair is empty).
 */
export async function mayOpen(
  { casesToSign }: Pick<CasesDeps, "casesToSign">,
  actor: Actor,
  state: CaseState,
): Promise<boolean> {
  return mayRead(actor, state) || (await casesToSign(actor, [state.id])).has(state.id);
}
