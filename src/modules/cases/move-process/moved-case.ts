import type { Instant } from "../../../kernel/time.ts";
import {
  addWorkingMinutes,
  type WorkingCalendar,
  workingMinutesBetween,
} from "../../../kernel/working-calendar.ts";
import {
  type ProcessDefinition,
  type ProcessStep,
  type StepMapping,
  type WhyStays,
  walkOf,
} from "../../processes/index.ts";
import type { RemeasuredStep } from "../domain/case-action.ts";
import type { CaseState, OpenStep } from "../domain/case-state.ts";
import { CASE_STATUS } from "../domain/case-status.ts";
import type { Decision } from "../domain/rule-context.ts";

/** From which version to which, and which step becomes which where the ids differ. */
export type Move = {
  readonly from: ProcessDefinition;
  readonly to: ProcessDefinition;
  readonly toProcessId: number;
  readonly mapping: StepMapping;
  readonly decision: string;
};

/** What becomes of one open step of a process. */
export type StepMove =
  | { readonly step: OpenStep; readonly becomes: ProcessStep; readonly dueAt: Instant | undefined }
  | { readonly step: OpenStep; readonly stays: WhyStays };

/** States in which a case is still worked on; an issued result only waits for its applicant. */
export const MOVABLE: readonly number[] = [
  CASE_STATUS.received,
  CASE_STATUS.processing,
  CASE_STATUS.supplement,
  CASE_STATUS.financialDuty,
];

/**
 * What becomes of each open step of the process; side work (an opinion, waiting for papers) belongs to no version. Pure.
 * The new due date is the new budget counted from when the step was opened, and what the old one had been put off.
 */
export function stepMoves(
  state: CaseState,
  { from, to, mapping }: Omit<Move, "toProcessId" | "decision">,
  calendar: WorkingCalendar,
): readonly StepMove[] {
  const moves = state.open.flatMap((step): StepMove[] => {
    const before = from.steps.find((one) => one.id === step.processStep && one.work === step.work);
    if (before === undefined) return [];
    const becomes = counterpart(before, to, mapping);
    if (typeof becomes === "string") return [{ step, stays: becomes }];
    return [{ step, becomes, dueAt: newDue(step, before, becomes, calendar) }];
  });
  const ids = moves.flatMap((move) => ("becomes" in move ? [move.becomes.id] : []));
  if (canBeOpenAtOnce(to, ids)) return moves;
  return moves.map(({ step }) => ({ step, stays: "branches-differ" }));
}

/** Undefined where the step has no date of its own; one that waits without a budget keeps what it has. */
function newDue(
  { openedAt, dueAt, budgetMinutes }: OpenStep,
  before: ProcessStep,
  becomes: ProcessStep,
  calendar: WorkingCalendar,
): Instant | undefined {
  if (dueAt === undefined || becomes.budgetMinutes === 0) return dueAt;
  const given = budgetMinutes ?? before.budgetMinutes;
  // A date that was put off while the clock stood still stays put off by as much.
  const putOff = Math.max(0, workingMinutesBetween(calendar, openedAt, dueAt) - given);
  return addWorkingMinutes(calendar, openedAt, becomes.budgetMinutes + putOff);
}

/** The step of the new version that goes on with the work of an old one, or why there is none. */
export function counterpart(
  before: ProcessStep,
  to: ProcessDefinition,
  mapping: StepMapping,
): ProcessStep | WhyStays {
  const named = Object.hasOwn(mapping, before.id) ? mapping[before.id] : undefined;
  const after = to.steps.find((step) => step.id === (named ?? before.id));
  if (after === undefined) return "step-missing";
  const sameClock = (before.uncounted === undefined) === (after.uncounted === undefined);
  return after.work === before.work && sameClock ? after : "other-work";
}

/**
 * The decision that moves a case, or why it stays. Its own appointment, its calendar and its rules are not touched:
 * what was promised to the applicant stays (TT 01/2018, Điều 8 khoản 4). Pure.
 */
export function moveCase(state: CaseState, move: Move, calendar: WorkingCalendar): Decision | WhyStays {
  const steps = stepMoves(state, move, calendar);
  const held = steps.find((step) => "stays" in step);
  if (held !== undefined) return held.stays;
  const moved = steps.flatMap((step) => ("becomes" in step ? [step] : []));
  const remeasured = moved.flatMap(({ step, dueAt }): RemeasuredStep[] =>
    dueAt === undefined || dueAt === step.dueAt ? [] : [{ seq: step.seq, dueAt }],
  );
  return {
    status: state.status,
    data: {
      type: "process-moved",
      fromProcessId: state.matter.processId,
      toProcessId: move.toProcessId,
      toVersion: move.to.version,
      decision: move.decision,
      steps: moved.map(({ step: { seq, processStep }, becomes: { id, budgetMinutes } }) => ({
        seq,
        from: processStep,
        to: id,
        budgetMinutes,
      })),
      done: doneSteps(state, move),
    },
    ...(remeasured.length === 0 ? {} : { remeasured }),
  };
}

/** The done steps whose id changes; without `to` where the new version has no such work. */
function doneSteps(state: CaseState, { from, to, mapping }: Move) {
  const ids = [...new Set(state.done.map(({ processStep }) => processStep))];
  return ids.flatMap((id): { readonly from: string; readonly to?: string }[] => {
    const before = from.steps.find((step) => step.id === id);
    const after = before === undefined ? "step-missing" : counterpart(before, to, mapping);
    if (typeof after === "string") return [{ from: id }];
    return after.id === id ? [] : [{ from: id, to: after.id }];
  });
}

/** Steps of one case may be open at once where none of them comes after another. */
function canBeOpenAtOnce(process: ProcessDefinition, ids: readonly string[]): boolean {
  if (ids.length < 2) return true;
  if (new Set(ids).size < ids.length) return false;
  const walk = walkOf(process);
  return ids.every((id) => {
    const reached = new Set<string>();
    const left = [id];
    for (let at = left.pop(); at !== undefined; at = left.pop())
      for (const { id: next } of walk.mayFollow(at)) {
        if (reached.has(next)) continue;
        reached.add(next);
        left.push(next);
      }
    return ids.every((other) => other === id || !reached.has(other));
  });
}
