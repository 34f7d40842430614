import type { CaseAction } from "./case-action.ts";
import type { CaseState } from "./case-state.ts";
import { progressAfter } from "./group.ts";
import { handedCase } from "./handed.ts";
import { withoutUrging, withUrging } from "./urgings.ts";

/** What the data of an action change in the case, apart from its state, its work and its clock. */
export function applyData(state: CaseState, action: CaseAction): CaseState {
  const { data } = action;
  switch (data.type) {
    case "registered": {
      const dueAt = action.opened?.find((step) => step.work === "accept")?.dueAt;
      return dueAt === undefined ? state : { ...state, acceptance: { dueAt } };
    }
    case "accepted":
    case "refused":
      return withAnswer(state, action.at);
    case "group-progressed":
    case "group-decided":
      return { ...state, progress: progressAfter(state, data) };
    case "group-completed":
      return data.withResult > 0 ? { ...state, finishedAt: action.at } : state;
    case "received":
    case "passed-on":
    case "wait-ended":
    case "opinion-silent":
    case "assigned":
    case "released":
    case "supplement-lapsed":
    case "withdrawn":
    case "stopped":
      return state;
    case "due-recomputed":
      return data.of === undefined || state.acceptance === undefined
        ? state
        : { ...state, acceptance: { ...state.acceptance, dueAt: data.newDueAt } };
    case "process-moved":
      return { ...state, matter: { ...state.matter, processId: data.toProcessId } };
    case "urged":
      return withUrging(state, action, data);
    case "urge-answered":
      return withoutUrging(state, data.step);
    case "sent-back": {
      const { approvedBy: _, ...rest } = state;
      return rest;
    }
    case "opinion-asked":
      return { ...state, opinion: { unitId: data.unitId, question: data.question } };
    case "opinion-given":
      return answersQuestion(state, action)
        ? { ...state, opinion: { ...state.opinion, answer: data.text } }
        : state;
    case "supplement-proposed":
      return { ...state, supplement: { items: data.items, reason: data.reason } };
    case "supplement-declined": {
      const { supplement: _, ...rest } = state;
      return rest;
    }
    case "supplement-allowed":
      return action.by.id === undefined
        ? state
        : { ...state, allowance: { by: action.by.id, reason: data.reason, at: action.at } };
    case "supplement-requested": {
      const { allowance, ...rest } = withAnswer(state, action.at);
      return {
        ...rest,
        supplements: state.supplements + 1,
        supplement: { items: data.items, reason: data.reason, askedAt: action.at },
        ...(allowance === undefined ? {} : { overrides: [...(state.overrides ?? []), allowance] }),
      };
    }
    case "supplement-completed": {
      const { supplement: _, draft: __, draftedBy: ___, approvedBy: ____, ...rest } = state;
      return { ...rest, papers: [...state.papers, ...data.papers] };
    }
    case "financial-duty-noted":
      return { ...state, duty: { name: data.name, amount: data.amount, notice: data.notice, paid: false } };
    case "financial-duty-paid":
      return state.duty === undefined ? state : { ...state, duty: { ...state.duty, paid: true } };
    case "procedure-changed": {
      const { draft: _, draftedBy: __, approvedBy: ___, ...rest } = state;
      return { ...rest, matter: data.matter };
    }
    case "result-drafted":
      return {
        ...state,
        draft: data.draft,
        ...(action.by.id === undefined ? {} : { draftedBy: action.by.id }),
      };
    case "result-approved":
      return action.by.id === undefined ? state : { ...state, approvedBy: action.by.id };
    case "result-issued":
      return {
        ...state,
        result: { kind: data.kind, number: data.number, title: data.title, files: data.files },
        finishedAt: action.at,
      };
    case "decided-by-silence":
      return {
        ...state,
        result: { kind: data.kind, number: data.number, title: data.title, files: [] },
        bySilence: { basis: data.basis, effectiveAt: data.effectiveAt },
        finishedAt: action.at,
      };
    case "result-recalled": {
      const { result: _, finishedAt: __, approvedBy: ___, bySilence: ____, ...rest } = state;
      return rest;
    }
    case "apologised":
      return {
        ...state,
        apologies: state.apologies + 1,
        ...(data.owedSinceAt === undefined ? {} : { apologyLate: true as const }),
      };
    case "handed-over":
      return { ...state, returned: { at: action.at, method: data.method, collector: data.collector } };
    case "handed-to-successor":
      return handedCase(state, data);
    case "rated":
      return { ...state, rated: data.rating.overall };
  }
}

/** Whether an opinion answers what was asked beside the process; one that the process foresees stands in the story. */
function answersQuestion(
  state: CaseState,
  { by }: CaseAction,
): state is CaseState & Required<Pick<CaseState, "opinion">> {
  if (state.opinion === undefined) return false;
  return by.unitId === undefined || by.unitId === state.opinion.unitId;
}

/** An online case has its first answer; later than it was owed it stays marked as late. */
function withAnswer(state: CaseState, at: number): CaseState {
  const { acceptance } = state;
  if (acceptance === undefined || acceptance.answeredAt !== undefined) return state;
  const late = at > acceptance.dueAt ? { late: true as const } : {};
  return { ...state, acceptance: { ...acceptance, answeredAt: at, ...late } };
}
