import type { Actor } from "../../platform/permission.ts";
import { unitsFor } from "../../platform/permission.ts";
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
