import type { ActionData, CaseAction } from "./case-action.ts";
import type { CaseState, Urge } from "./case-state.ts";

type Urgings = Pick<CaseState, "urge" | "urgedBefore">;

/** The urgings that wait for an answer, oldest first; one for a step. */
export function urgingsOf({ urge, urgedBefore = [] }: Urgings): readonly Urge[] {
  return urge === undefined ? [] : [...urgedBefore, urge];
}

/** The urging that waits on a step. */
export function urgingOf(state: Urgings, step: number): Urge | undefined {
  return urgingsOf(state).find((urge) => urge.step === step);
}

/** A step is urged; what was urged of it before gives way, what was urged of others goes on waiting. */
export function withUrging(
  state: CaseState,
  { at, by }: CaseAction,
  data: ActionData & { readonly type: "urged" },
): CaseState {
  const urge: Urge = {
    step: data.step,
    text: data.text,
    at,
    ...(by.id === undefined ? {} : { officerId: by.id }),
    ...(by.unitId === undefined ? {} : { unitId: by.unitId }),
  };
  return withUrgings(state, [...urgingsOf(state).filter((one) => one.step !== data.step), urge]);
}

/** The urging of a step, or the last one, is answered. */
export function withoutUrging(state: CaseState, step: number | undefined = state.urge?.step): CaseState {
  return withUrgings(
    state,
    urgingsOf(state).filter((one) => one.step !== step),
  );
}

/** Work that is done needs no answer any more: an urging ends with its step. */
export function withoutSettledUrgings(state: CaseState): CaseState {
  const urgings = urgingsOf(state);
  const waiting = urgings.filter((urge) => state.open.some((step) => step.seq === urge.step));
  return waiting.length === urgings.length ? state : withUrgings(state, waiting);
}

function withUrgings(state: CaseState, urgings: readonly Urge[]): CaseState {
  const { urge: _, urgedBefore: __, ...rest } = state;
  const last = urgings.at(-1);
  if (last === undefined) return rest;
  const before = urgings.slice(0, -1);
  return { ...rest, urge: last, ...(before.length === 0 ? {} : { urgedBefore: before }) };
}
