import { ok, type Refused, type Result, refuse } from "../../../kernel/result.ts";
import { stepDue, stepDueAfterPause } from "../../../kernel/step-due.ts";
import { formatDate, type Instant, localDateOf } from "../../../kernel/time.ts";
import { dueProperty, resumedAppointment, secondAppointment } from "./appointment.ts";
import type { ClockChange, Evidence, OpenedStep, RemeasuredStep } from "./case-action.ts";
import type { CaseState, OpenStep } from "./case-state.ts";
import { CASE_STATUS, type CaseStatus, mayMove } from "./case-status.ts";
import { isMain } from "./evolve.ts";
import type { CaseRefusal } from "./refusal.ts";
import type { Decision, ProcessStepFacts, RuleContext } from "./rule-context.ts";
import { factsOf, type Placed, unitOf } from "./step-place.ts";
import { close } from "./steps.ts";

/** A step that ends now, and how. */
export type Ending = { readonly step: OpenStep; readonly outcome: string };

/** What happens to the steps, the state and the clock when some steps end. */
export type GoneOnSteps = Pick<Decision, "status" | "closed" | "opened" | "undone" | "remeasured" | "clock">;

/** Whether the clock of the case stands still while this step is open: its time does not count, or a payment is owed. */
export function standsStill(step: Pick<OpenStep, "uncounted" | "work">): boolean {
  return step.uncounted !== undefined || step.work === "await-payment" || step.work === "await-supplement";
}

/**
 * Ends steps and opens what follows them in the process: nothing while a join waits, several steps where it forks. The
 * clock stands while a step is open whose time does not count, and goes on when the last of them has ended.
 * Refuses where a unit that should have the next step is not there, or the states allow no way.
 * @param evidence the document by which something is sent out or came back, where the clock stops or goes on.
 */
export function goOn(
  state: CaseState,
  endings: readonly Ending[],
  context: RuleContext,
  evidence?: Evidence,
): Result<GoneOnSteps, CaseRefusal> {
  const facts = factsOf(state, context);
  const ended = new Set(endings.map(({ step }) => step.seq));
  let left = state.open.filter(isMain);
  const next: ProcessStepFacts[] = [];
  for (const { step } of endings) {
    if (!isMain(step)) continue;
    left = left.filter((other) => other.seq !== step.seq);
    const stillOpen = [...left.map((other) => other.processStep), ...next.map(({ id }) => id)];
    // A step that is open already does not open twice, whichever way the case came to it.
    next.push(
      ...context.walk.after(step.processStep, facts, stillOpen).filter(({ id }) => !stillOpen.includes(id)),
    );
  }
  const opened = openAll(state, next, context, evidence);
  if (!opened.ok) return opened;
  const open = state.open.filter((step) => !ended.has(step.seq));
  const owes = [...open, ...opened.value].some((step) => step.work === "await-payment");
  // An answer that comes beside the process moves nothing: the case may have its result already.
  const isBeside = endings.every(({ step }) => !isMain(step) && step.work !== "await-payment");
  const inWork = owes ? CASE_STATUS.financialDuty : CASE_STATUS.processing;
  const status = isBeside ? state.status : inWork;
  if (!mayMove(state.status, status)) return refuse("wrong-state");
  const again = opened.value.some((step) => isDone(state, step.processStep));
  return ok({
    status,
    closed: endings.map(({ step, outcome }) => close(step, outcome, context)),
    ...(opened.value.length === 0 ? {} : { opened: opened.value }),
    ...(again ? { undone: undoneBy(opened.value, state, context) } : {}),
    ...clockOf(state, open, opened.value, context, evidence),
  });
}

/** Opens steps of the process, numbered on; refuses where one lies in a unit that is not there. */
export function openAll(
  state: Placed & Pick<CaseState, "nextStep">,
  steps: readonly ProcessStepFacts[],
  context: RuleContext,
  evidence?: Evidence,
): Result<readonly OpenedStep[], CaseRefusal> {
  const opened: OpenedStep[] = [];
  for (const facts of steps) {
    const step = open({ ...state, nextStep: state.nextStep + opened.length }, facts, context);
    if (!step.ok) return step;
    const sent = evidence !== undefined && standsStill(step.value) ? { evidence } : {};
    opened.push({ ...step.value, ...sent });
  }
  return ok(opened);
}

/** Opens the first step of the process: receiving. */
export function begin(
  state: Placed & Pick<CaseState, "nextStep">,
  context: RuleContext,
): Result<readonly OpenedStep[], CaseRefusal> {
  return openAll(state, [context.walk.first()], context);
}

/** Opens a step of the process for the unit it names, due as its budget and the law say. */
export function open(
  state: Placed & Pick<CaseState, "nextStep">,
  step: ProcessStepFacts,
  context: RuleContext,
  officerId?: number,
): Result<OpenedStep, CaseRefusal> {
  const unitId = unitOf(step.unit, state, context);
  if (!unitId.ok) return unitId;
  const { work, budgetMinutes, uncounted, silence } = step;
  const ofProcess = work === "opinion" || work === "await-payment" || work === "await-outside";
  return ok({
    seq: state.nextStep,
    processStep: step.id,
    work,
    unitId: unitId.value,
    post: step.post,
    ...(budgetMinutes === 0
      ? {}
      : { budgetMinutes, dueAt: stepDue({ work, budgetMinutes }, context.now, context) }),
    ...(officerId === undefined ? {} : { officerId }),
    ...(ofProcess ? { ofProcess } : {}),
    ...(uncounted === undefined ? {} : { uncounted }),
    ...(silence === undefined ? {} : { silence }),
  });
}

/** The steps of the process that are to be done anew when these open: themselves and all that may come after them. */
export function undoneBy(
  opened: readonly Pick<OpenedStep, "processStep">[],
  state: CaseState,
  context: RuleContext,
): readonly string[] {
  const undone = new Set<string>();
  const left = opened.map((step) => step.processStep);
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    if (undone.has(id)) continue;
    undone.add(id);
    left.push(...context.walk.mayFollow(id).map((step) => step.id));
  }
  // Steps named by an older version of the process are kept out: they say nothing about this one.
  const known = new Set([...state.done, ...state.open].map((step) => step.processStep));
  return [...undone].filter((id) => known.has(id)).sort();
}

function isDone(state: CaseState, processStep: string): boolean {
  return state.done.some((done) => done.processStep === processStep);
}

/**
 * Refuses where time that does not count begins without the document by which it began, or with one that cannot have
 * been written yet.
 */
export function lacksEvidence(
  gone: GoneOnSteps,
  evidence: Evidence | undefined,
  { now }: Pick<RuleContext, "now">,
): Refused<CaseRefusal> | undefined {
  if (gone.opened?.some(standsStill) !== true) return undefined;
  return evidence === undefined ? refuse("evidence-missing") : isOfFuture(evidence, now);
}

/** Refuses a document of which the day has not come, or that is older than the one by which the wait began. */
export function cannotEnd(
  wait: Pick<OpenStep, "evidence">,
  evidence: Evidence,
  { now }: Pick<RuleContext, "now">,
): Refused<CaseRefusal> | undefined {
  const begun = wait.evidence?.date;
  if (begun !== undefined && evidence.date < begun) return refuse("evidence-before-begin", formatDate(begun));
  return isOfFuture(evidence, now);
}

function isOfFuture({ date }: Evidence, now: Instant): Refused<CaseRefusal> | undefined {
  return date > localDateOf(now) ? refuse("evidence-in-future", formatDate(now)) : undefined;
}

function clockOf(
  state: CaseState,
  left: readonly OpenStep[],
  opened: readonly OpenedStep[],
  context: RuleContext,
  evidence: Evidence | undefined,
): { readonly clock?: ClockChange; readonly remeasured?: readonly RemeasuredStep[] } {
  const { clock } = state;
  if (clock.startedAt === undefined || clock.endedAt !== undefined) return {};
  const proof = evidence === undefined ? {} : { evidence };
  const begun = opened.find(standsStill);
  if (begun !== undefined) {
    const payment = opened.find((step) => step.work === "await-payment");
    const reason = (payment ?? begun).uncounted;
    return {
      clock: {
        kind: "paused",
        why: payment === undefined ? "uncounted" : "financial-duty",
        ...(reason === undefined ? {} : { reason }),
        ...proof,
      },
    };
  }
  if (clock.pausedAt === undefined || left.some(standsStill)) return {};
  const steps = goneOnSteps(left, clock.pausedAt, context);
  const remeasured = steps.length === 0 ? {} : { remeasured: steps };
  const { version } = context.calendar;
  if (clock.noticed !== undefined && clock.secondFrom === undefined) {
    const dueAt = dueProperty(secondAppointment(state.matter, context));
    const second = {
      kind: "second-appointment",
      ...dueAt,
      calendar: version,
      rules: context.rules.id,
    } as const;
    return { clock: { ...second, ...proof }, ...remeasured };
  }
  const resumed = resumedAppointment(state, context);
  return { clock: { kind: "resumed", ...resumed, calendar: version, ...proof }, ...remeasured };
}

/** Steps that lay open while the clock stood: the working time that was left to them is left again. */
function goneOnSteps(left: readonly OpenStep[], pausedAt: number, context: RuleContext): RemeasuredStep[] {
  return left.flatMap((step) => {
    const { work, budgetMinutes } = step;
    if (!isMain(step) || step.dueAt === undefined || budgetMinutes === undefined) return [];
    const pause = { at: Math.max(pausedAt, step.openedAt), until: context.now };
    const dueAt = stepDueAfterPause({ work, budgetMinutes }, step.dueAt, pause, context.calendar);
    return dueAt === step.dueAt ? [] : [{ seq: step.seq, dueAt }];
  });
}

/** The state of a case on which work goes on: 6 while a payment is awaited, else 4. */
export function stateInWork(state: CaseState): CaseStatus {
  return state.open.some((step) => step.work === "await-payment")
    ? CASE_STATUS.financialDuty
    : CASE_STATUS.processing;
}

/** How one's own step ends: with it the opinions whose term has passed. */
export function endingOf(state: CaseState, step: OpenStep, outcome: string, now: number): readonly Ending[] {
  const silent = silentOpinions(state, now).filter((opinion) => opinion.step.seq !== step.seq);
  return [...silent, { step, outcome }];
}

/** Opinions whose term has passed without an answer, foreseen or asked for: their silence is their answer. */
export function silentOpinions(state: CaseState, now: number): readonly Ending[] {
  return state.open.filter((step) => isSilent(step, now)).map((step) => ({ step, outcome: silence(step) }));
}

function isSilent(step: OpenStep, now: number): boolean {
  return step.work === "opinion" && step.dueAt !== undefined && step.dueAt <= now;
}

function silence(step: OpenStep): string {
  return step.silence === "consent" ? "silent-consent" : "silent";
}
