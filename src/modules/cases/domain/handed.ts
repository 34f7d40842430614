import type { ActionData } from "./case-action.ts";
import type { CaseState } from "./case-state.ts";

export type Handed = ActionData & { readonly type: "handed-to-successor" };

type Work = { readonly unitId: number; readonly officerId?: number; readonly seq?: number };

/** The unit after a case was handed to successors: the successor, or the same. */
export function handedUnit({ units }: Handed, unitId: number): number {
  return units.find((unit) => unit.from === unitId)?.to ?? unitId;
}

/** The unit of a piece of work after a case was handed on, whole or only some of its steps. */
export function unitOfWork(data: Handed, { unitId, seq }: Work): number {
  const moves = data.steps === undefined || (seq !== undefined && data.steps.includes(seq));
  return moves ? handedUnit(data, unitId) : unitId;
}

/** A piece of work after its unit was taken over; an officer who did not come along holds it no longer. */
export function handedWork<T extends Work>(data: Handed, work: T): T {
  const unitId = unitOfWork(data, work);
  if (unitId === work.unitId) return work;
  const moved = { ...work, unitId };
  if (work.officerId === undefined || data.came.includes(work.officerId)) return moved;
  const { officerId: _, ...released } = moved;
  return released as T;
}

/** The case at its successors: work to do and done, who received, who decides, who was asked. */
export function handedCase(state: CaseState, data: Handed): CaseState {
  const { calendarUnitId: _, ...rest } = state;
  const { acceptance, opinion } = state;
  const whole = data.steps === undefined;
  const asks = state.open.some(({ seq, work }) => work === "opinion" && data.steps?.includes(seq) === true);
  const follow = (unitId: number) => (whole ? handedUnit(data, unitId) : unitId);
  const countedBy = data.countedBy ?? state.calendarUnitId;
  return {
    ...rest,
    receivingUnitId: follow(state.receivingUnitId),
    decidingUnitId: follow(state.decidingUnitId),
    open: state.open.map((step) => handedWork(data, step)),
    done: state.done.map((step) => handedWork(data, step)),
    ...(opinion === undefined
      ? {}
      : {
          opinion: { ...opinion, unitId: whole || asks ? handedUnit(data, opinion.unitId) : opinion.unitId },
        }),
    former: [...new Set([...(state.former ?? []), ...data.units.map((unit) => unit.from)])],
    handed: {
      reorganisation: data.reorganisation,
      decision: data.decision,
      ...(data.unsure === undefined ? {} : { unsure: data.unsure }),
      ...(data.doubts === undefined ? {} : { doubts: data.doubts }),
    },
    ...(countedBy === undefined ? {} : { calendarUnitId: countedBy }),
    ...(acceptance === undefined || data.acceptanceCountedBy === undefined
      ? {}
      : { acceptance: { ...acceptance, calendarUnitId: data.acceptanceCountedBy } }),
  };
}
