import { ok, type Refused, type Result, refuse } from "../../../kernel/result.ts";
import { workingMinutesBetween } from "../../../kernel/working-calendar.ts";
import type { ClosedStep, OpenedStep, StepWork } from "./case-action.ts";
import type { CaseState, OpenStep } from "./case-state.ts";
import { isFinal } from "./case-status.ts";
import { isMain } from "./evolve.ts";
import type { CaseRefusal } from "./refusal.ts";
import type { RuleContext, Who } from "./rule-context.ts";

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
 * The open step of these kinds of work that the actor may do: of a post they hold, assigned to them before unassigned;
 * where the context names one, that. With `outcome` one at which the process lets this happen.
 * Refuses with why not: no such work now, another unit's or post's, another officer's, not foreseen at the step.
 */
export function ownStep(
  state: CaseState,
  context: Pick<RuleContext, "who" | "step" | "walk">,
  works: readonly StepWork[],
  outcome?: string,
): Result<OpenStep, CaseRefusal> {
  const { who, step: meant } = context;
  const rests = restsForPayment(state);
  const steps = state.open.filter(
    (step) =>
      works.includes(step.work) && !(rests && isMain(step)) && (meant === undefined || step.seq === meant),
  );
  if (steps.length === 0) return refuse(isFinal(state.status) ? "case-ended" : "wrong-state");
  const ofPost = steps.filter((step) => hasPost(who, step.unitId, step.post));
  if (ofPost.length === 0) return refuse("not-your-step");
  const free = ofPost.filter((step) => step.officerId === undefined);
  const own = [...ofPost.filter((step) => isTheirs(step, who)), ...free];
  if (own.length === 0) return refuse("held-by-other");
  const found = own.find((step) => outcome === undefined || mayHappen(step, outcome, context));
  return found === undefined ? refuse("not-at-this-step") : ok(found);
}

/**
 * While a financial duty is owed that the process does not foresee, its steps stay open but rest: only the payment moves
 * the case on. A payment that is a step of the process holds up its own branch alone.
 */
export function restsForPayment(state: CaseState): boolean {
  return state.open.some((step) => step.work === "await-payment" && !isMain(step));
}

/** The steps of the process that are open now, oldest first; several where it has forked. */
export function mainSteps(state: CaseState): readonly OpenStep[] {
  return state.open.filter(isMain);
}

/** Of the open steps of the process the one that carries the case: work before opinions, and these before waiting. */
export function mainStep(state: CaseState): OpenStep | undefined {
  const steps = mainSteps(state);
  return steps.find(isWork) ?? steps.find((step) => step.work === "opinion") ?? steps[0];
}

/** Whether officers work on the matter itself here, not giving an opinion and not waiting. */
export function isWork({ work }: Pick<OpenStep, "work">): boolean {
  return (
    work !== "opinion" && work !== "await-payment" && work !== "await-outside" && work !== "await-supplement"
  );
}

/** Whether the process lets this happen at the step; what it does not list is decided by the work alone. */
function mayHappen(step: OpenStep, outcome: string, { walk }: Pick<RuleContext, "walk">): boolean {
  const { outcomes } = walk.find(step.processStep) ?? {};
  return outcomes === undefined || outcomes.includes(outcome);
}

/** Refuses unless the actor sits, with this post, at the desk that received the case. */
export function atDesk(state: CaseState, who: Who): Refused<CaseRefusal> | undefined {
  return hasPost(who, state.receivingUnitId, "desk-officer") ? undefined : refuse("not-your-unit");
}

/** Refuses unless the actor leads the unit that decides, or the one that holds the case. */
export function leads(state: CaseState, who: Who): Refused<CaseRefusal> | undefined {
  const units = [state.decidingUnitId, ...mainSteps(state).map((step) => step.unitId)];
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
export function awaitsOpinion(
  state: CaseState,
  step: OpenStep,
  now: number,
): Refused<CaseRefusal> | undefined {
  const waiting = askedOpinions(state, step).some((side) => (side.dueAt ?? Infinity) > now);
  return waiting ? refuse("opinion-pending") : undefined;
}

/**
 * Opinions that the holder of this step asked for beside the process. One whose asker's step has ended, because it was
 * sent back, is everybody's to wait for.
 */
export function askedOpinions(state: CaseState, step: Pick<OpenStep, "seq">): readonly OpenStep[] {
  const open = new Set(state.open.map(({ seq }) => seq));
  return state.open.filter((side) => {
    if (side.work !== "opinion" || isMain(side)) return false;
    return side.beside === undefined || side.beside === step.seq || !open.has(side.beside);
  });
}

/** Opens side work, such as asking the applicant; it has no place in the process. */
export function openSide(
  state: CaseState,
  side: Pick<OpenedStep, "work" | "unitId" | "post" | "dueAt" | "budgetMinutes" | "beside" | "silence">,
): OpenedStep {
  return { seq: state.nextStep, processStep: side.work, ...side };
}

/** Refuses unless all of the case lies in this one step: what ends the work of all must not pass by a branch. */
export function branchesOpen(state: CaseState, step: OpenStep): Refused<CaseRefusal> | undefined {
  return mainSteps(state).some((other) => other.seq !== step.seq) ? refuse("branches-open") : undefined;
}
