import type { CaseState, OpenStep } from "./case-state.ts";

/** The acceptance that an online case waits for; undefined: it waits for none. */
export function awaitedAcceptance({ open }: CaseState): OpenStep | undefined {
  return open.find((step) => step.work === "accept");
}

/** By whose calendar the time to accept is counted: the desk's, after a re-organisation the one that dated it. */
export function acceptanceUnit({ acceptance }: CaseState, step: OpenStep): number {
  return acceptance?.calendarUnitId ?? step.unitId;
}
