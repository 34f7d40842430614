import { ok, type Refused, type Result, refuse } from "../../../kernel/result.ts";
import { addWorkingMinutes, workingMinutesBetween } from "../../../kernel/working-calendar.ts";
import type { ClosedStep, OpenedStep, StepWork } from "./case-action.ts";
import type { CaseState, OpenStep } from "./case-state.ts";
import { CASE_STATUS, isFinal } from "./case-status.ts";
import { isMain } from "./evolve.ts";
import type { CaseRefusal } from "./refusal.ts";
import type { ProcessStepFacts, RuleContext, Who } from "./rule-context.ts";

/** Whether somebody holds a post of this kind in this unit. */
export function hasPost(who: Who, unitId: number, post: string): boolean {
  return who.posts.some((held) => held.unitId === unitId && held.kind === post);
}

/** Whether a step lies with this officer: assigned to them, or to an absent officer whose post they fill. */
export function isTheirs(step: Pick<OpenStep, "unitId" | "post" | "officerId">, who: Who): boolean {
  if (step.officerId === undefined) return false;
  return (
    step.officerId === who.id ||
    who.posts.some(
      (held) => held.inPlaceOf === step.officerId && held.unitId === step.unitId && held.kind === step.post,
    )
  );
}

/**
 * The open step of these kinds of work that the actor may do: of a post they hold, unassigned or assigned to them.
 * Refuses with why not: no such work now, another unit's or post's, another officer's.
 */
export function ownStep(
  state: CaseState,
  who: Who,
  works: readonly StepWork[],
): Result<OpenStep, CaseRefusal> {
  // While a financial duty is owed the step of the process stays open but rests: only the payment moves the case on.
  const rests = state.status === CASE_STATUS.financialDuty;
  const steps = state.open.filter((step) => works.includes(step.work) && !(rests && isMain(step)));
  if (steps.length === 0) return refuse(isFinal(state.status) ? "case-ended" : "wrong-state");
  const ofPost = steps.filter((step) => hasPost(who, step.unitId, step.post));
  if (ofPost.length === 0) return refuse("not-your-step");
  const free = ofPost.find((step) => step.officerId === undefined || isTheirs(step, who));
  return free === undefined ? refuse("held-by-other") : ok(free);
}

/** The main step of the case that is open now; a case has at most one. */
export function mainStep(state: CaseState): OpenStep | undefined {
  return state.open.find(isMain);
}

/** Refuses unless the actor sits, with this post, at the desk that received the case. */
export function atDesk(state: CaseState, who: Who): Refused<CaseRefusal> | undefined {
  return hasPost(who, state.receivingUnitId, "desk-officer") ? undefined : refuse("not-your-unit");
}

/** Refuses unless the actor leads the unit that decides, or the one that holds the case. */
export function leads(state: CaseState, who: Who): Refused<CaseRefusal> | undefined {
  const units = [state.decidingUnitId, mainStep(state)?.unitId ?? state.decidingUnitId];
  return units.some((unit) => hasPost(who, unit, "leader")) ? undefined : refuse("not-your-unit");
}

/** Closes a step: how it ended and how much working time it took. */
export function close(step: OpenStep, outcome: string, context: RuleContext): ClosedStep {
  return {
    seq: step.seq,
    outcome,
    consumedMinutes: workingMinutesBetween(context.calendar, step.openedAt, context.now),
  };
}

/** Closes all that is open on a case. */
export function closeAll(state: CaseState, outcome: string, context: RuleContext): ClosedStep[] {
  return state.open.map((step) => close(step, outcome, context));
}

/** Refuses while another unit still has time to answer; one that let its time run out no longer holds the case up. */
export function awaitsOpinion(state: CaseState, now: number): Refused<CaseRefusal> | undefined {
  const waiting = state.open.some((side) => side.work === "opinion" && (side.dueAt ?? Infinity) > now);
  return waiting ? refuse("opinion-pending") : undefined;
}

/** Closes the questions that nobody answered, together with the step that asked. */
export function closeSilent(state: CaseState, context: RuleContext): ClosedStep[] {
  const asked = state.open.filter((side) => side.work === "opinion");
  return asked.map((side) => close(side, "silent", context));
}

/** Opens a step of the process for the unit it names, due when its budget is used up. */
export function open(
  state: Pick<CaseState, "nextStep" | "receivingUnitId" | "decidingUnitId">,
  step: ProcessStepFacts,
  context: RuleContext,
  officerId?: number,
): OpenedStep {
  return {
    seq: state.nextStep,
    processStep: step.id,
    work: step.work,
    unitId: unitOf(step.unit, state, context),
    post: step.post,
    dueAt: addWorkingMinutes(context.calendar, context.now, step.budgetMinutes),
    ...(officerId === undefined ? {} : { officerId }),
  };
}

/** Opens side work, such as asking the applicant; it has no place in the process. */
export function openSide(
  state: CaseState,
  side: Pick<OpenedStep, "work" | "unitId" | "post" | "dueAt" | "budgetMinutes">,
): OpenedStep {
  return { seq: state.nextStep, processStep: side.work, ...side };
}

function unitOf(
  unit: ProcessStepFacts["unit"],
  state: Pick<CaseState, "receivingUnitId" | "decidingUnitId">,
  context: RuleContext,
): number {
  switch (unit) {
    case "receiving-desk":
      return state.receivingUnitId;
    case "deciding-unit":
      return state.decidingUnitId;
    case "province-committee":
      return context.committeeId;
    default:
      throw new Error(`no unit is found by ${unit}`);
  }
}

/** The step that follows in the process; a step the process does not know, or the last, is a bug. */
export function following(processStep: string, context: RuleContext): ProcessStepFacts {
  const index = context.process.findIndex((step) => step.id === processStep);
  const next = index < 0 ? undefined : context.process[index + 1];
  if (next === undefined) throw new Error(`no step follows ${processStep}`);
  return next;
}

/** The first step of the process: receiving. */
export function firstStep(context: RuleContext): ProcessStepFacts {
  const first = context.process[0];
  if (first === undefined) throw new Error("a process without steps");
  return first;
}
