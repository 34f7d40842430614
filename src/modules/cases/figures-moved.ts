import type { CaseState } from "./domain/case-state.ts";

/**
 * Whether actions changed anything that figures are made of: state, clock, unit, field, papers asked for, end and
 * return. Passing work on within a unit does not, and then nobody need count the case again.
 */
export function figuresMoved(before: CaseState | undefined, after: CaseState): boolean {
  return before === undefined || factsOf(before) !== factsOf(after);
}

function factsOf(state: CaseState): string {
  const { status, clock, supplements, apologies, receivedAt, finishedAt, returned, decidingUnitId } = state;
  const { startedAt, firstDueAt, dueAt, newDueAt, pausedAt, dueBeforePause, endedAt } = clock;
  return [
    status,
    supplements,
    apologies,
    receivedAt,
    finishedAt,
    returned?.at,
    decidingUnitId,
    startedAt,
    firstDueAt,
    dueAt,
    newDueAt,
    pausedAt,
    dueBeforePause,
    endedAt,
    state.matter.field,
  ].join();
}
