import { applyData } from "./apply-data.ts";
import type { CaseAction, OpenedStep } from "./case-action.ts";
import type { CaseState, DoneStep, OpenStep } from "./case-state.ts";
import { mayMove } from "./case-status.ts";
import { clockAfter } from "./clock-after.ts";
import { withMovedSteps } from "./moved-steps.ts";
import { withoutSettledUrgings } from "./urgings.ts";

/**
 * The fold of a case: the state after one more action. Pure and complete: replaying all actions gives the same state
 * (npm run rebuild). An unlawful move, a gap in the numbering or a first action that is none is a bug and throws.
 */
export function evolve(state: CaseState | undefined, action: CaseAction): CaseState {
  if (!mayMove(state?.status, action.status)) {
    throw new Error(
      `case ${action.caseId}: no lawful way from ${state?.status ?? "nothing"} to ${action.status}`,
    );
  }
  if (action.seq !== (state?.version ?? 0) + 1)
    throw new Error(`case ${action.caseId}: action ${action.seq} out of order`);
  const before = state ?? begin(action);
  const moved: CaseState = {
    ...before,
    version: action.seq,
    status: action.status,
    ...stepsAfter(before, action),
    clock: clockAfter(before.clock, action, before.matter),
  };
  const dated = action.clock?.kind === "started" ? { ...moved, receivedAt: action.at } : moved;
  return withoutSettledUrgings(applyData(dated, action));
}

/** Replays a whole history. */
export function replay(actions: readonly CaseAction[]): CaseState {
  let state: CaseState | undefined;
  for (const action of actions) state = evolve(state, action);
  if (state === undefined) throw new Error("a case without actions");
  return state;
}

function begin(action: CaseAction): CaseState {
  const { data } = action;
  if (data.type !== "registered" && data.type !== "received") {
    throw new Error(`case ${action.caseId} begins with ${data.type}`);
  }
  const { type: _, paperNumber: __, ...facts } = data;
  return {
    ...facts,
    id: action.caseId,
    version: 0,
    status: action.status,
    registeredAt: action.at,
    open: [],
    done: [],
    nextStep: 1,
    clock: {},
    supplements: 0,
    apologies: 0,
  };
}

function stepsAfter(state: CaseState, action: CaseAction): Pick<CaseState, "open" | "done" | "nextStep"> {
  const closed = new Map(action.closed?.map((step) => [step.seq, step]));
  const dueAt = new Map(action.remeasured?.map((step) => [step.seq, step.dueAt]));
  if (action.data.type === "process-moved") state = withMovedSteps(state, action.data);
  const open: OpenStep[] = [];
  let done = state.done;
  for (const before of state.open) {
    const due = dueAt.get(before.seq);
    const step = due === undefined ? before : { ...before, dueAt: due };
    if (!closed.has(step.seq)) {
      open.push(moved(step, action));
    } else if (isMain(step)) {
      done = [...done, doneStep(step, action)];
    }
  }
  for (const step of action.opened ?? []) {
    open.push(opened(step, action.at));
    if (action.undone !== undefined) continue;
    // Work that comes again (sent back, recalled, begun anew after a supplement) is not done any more.
    const again = done.findIndex((before) => before.processStep === step.processStep);
    if (again >= 0) done = done.slice(0, again);
  }
  const { undone } = action;
  if (undone !== undefined) done = done.filter((step) => !undone.includes(step.processStep));
  if (action.data.type === "procedure-changed") done = [];
  const nextStep = Math.max(state.nextStep, ...(action.opened ?? []).map((step) => step.seq + 1));
  return { open, done, nextStep };
}

/** The step with whoever holds it after the action. */
function moved(step: OpenStep, { data }: CaseAction): OpenStep {
  if (data.type === "assigned" && data.step === step.seq) return { ...step, officerId: data.officerId };
  if (data.type !== "released" || data.step !== step.seq) return step;
  const { officerId: _, ...free } = step;
  return free;
}

/** Main steps follow the process; side work (opinion, supplement, payment) does not move the case along. */
export function isMain(step: Pick<OpenStep, "work" | "ofProcess">): boolean {
  switch (step.work) {
    case "receive":
    case "process":
    case "review":
    case "approve":
    case "issue":
    case "return":
      return true;
    case "opinion":
    case "await-payment":
    case "await-outside":
      return step.ofProcess === true;
    case "ask-supplement":
    case "await-supplement":
    case "accept":
    case "coordinate":
    case "group-decision":
      return false;
  }
}

function opened(step: OpenedStep, openedAt: number): OpenStep {
  return { ...step, openedAt };
}

function doneStep(step: OpenStep, action: CaseAction): DoneStep {
  // Work done in an absent officer's stead comes back to them: the deputy's days may be over by then.
  const officerId = action.by.kind === "officer" ? (action.by.inPlaceOf ?? action.by.id) : step.officerId;
  const { processStep, unitId, post } = step;
  return officerId === undefined ? { processStep, unitId, post } : { processStep, unitId, post, officerId };
}
