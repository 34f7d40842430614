import { rulesOn } from "../../../kernel/deadline-rules.ts";
import { stepDue } from "../../../kernel/step-due.ts";
import { type Instant, localDateOf } from "../../../kernel/time.ts";
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
import { mainSteps } from "../domain/steps.ts";
import { type Place, reachedFrom, whyUnsound } from "./sound-move.ts";

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
  const moves = mainSteps(state).map((step): StepMove => {
    const before = from.steps.find(({ id }) => id === step.processStep);
    if (before === undefined) return { step, stays: "step-missing" };
    const becomes = counterpart(before, to, mapping);
    if (typeof becomes === "string") return { step, stays: becomes };
    return { step, becomes, dueAt: newDue(step, before, becomes, calendar) };
  });
  // A case moves with all of its branches or not at all.
  if (moves.some((move) => "stays" in move))
    return moves.map((move) => ("stays" in move ? move : { step: move.step, stays: "with-other-branch" }));
  const why = whyUnsound(to, placeIn(to, from, state, moves, mapping));
  return why === undefined ? moves : moves.map(({ step }) => ({ step, stays: why }));
}

/** Where the case would be in the new version. What the old one would do anew counts as not done there either. */
function placeIn(
  to: ProcessDefinition,
  from: ProcessDefinition,
  state: CaseState,
  moves: readonly StepMove[],
  mapping: StepMapping,
): Place {
  const ahead = reachedFrom(
    walkOf(from),
    moves.map(({ step }) => step.processStep),
  );
  const done = state.done.flatMap(({ processStep }): string[] => {
    const before = ahead.has(processStep) ? undefined : from.steps.find(({ id }) => id === processStep);
    const after = before === undefined ? "step-missing" : sameWork(before, to, mapping);
    return typeof after === "string" ? [] : [after.id];
  });
  return {
    open: moves.flatMap((move) => ("becomes" in move ? [move.becomes.id] : [])),
    done: new Set(done),
  };
}

/** Undefined where the step has no date of its own; one that waits without a budget keeps what it has. */
function newDue(
  { openedAt, dueAt, budgetMinutes }: OpenStep,
  before: ProcessStep,
  becomes: ProcessStep,
  calendar: WorkingCalendar,
): Instant | undefined {
  if (dueAt === undefined || becomes.budgetMinutes === 0) return dueAt;
  const law = { calendar, rules: rulesOn(localDateOf(openedAt)) };
  const { work } = before;
  const given = { work, budgetMinutes: budgetMinutes ?? before.budgetMinutes };
  const newly = stepDue({ work, budgetMinutes: becomes.budgetMinutes }, openedAt, law);
  // A date that was put off while the clock stood still stays put off by as much.
  const putOff = workingMinutesBetween(calendar, stepDue(given, openedAt, law), dueAt);
  return putOff === 0 ? newly : addWorkingMinutes(calendar, newly, putOff);
}

/** The step of the new version that goes on with the open work of an old one, or why there is none. */
function counterpart(
  before: ProcessStep,
  to: ProcessDefinition,
  mapping: StepMapping,
): ProcessStep | WhyStays {
  const after = sameWork(before, to, mapping);
  if (typeof after === "string") return after;
  const sameClock = (before.uncounted === undefined) === (after.uncounted === undefined);
  return sameClock ? after : "other-work";
}

/** The step of the new version that is the work of an old one; whether its time counts is asked of open work alone. */
function sameWork(before: ProcessStep, to: ProcessDefinition, mapping: StepMapping): ProcessStep | WhyStays {
  const named = Object.hasOwn(mapping, before.id) ? mapping[before.id] : undefined;
  const after = to.steps.find((step) => step.id === (named ?? before.id));
  if (after === undefined) return "step-missing";
  return after.work === before.work ? after : "other-work";
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
    const after = before === undefined ? "step-missing" : sameWork(before, to, mapping);
    if (typeof after === "string") return [{ from: id }];
    return after.id === id ? [] : [{ from: id, to: after.id }];
  });
}
