import type { ActionData, CaseAction } from "./case-action.ts";
import type { CaseState, Urge } from "./case-state.ts";
import { handedCase } from "./handed.ts";

/** What the data of an action change in the case, apart from its state, its work and its clock. */
export function applyData(state: CaseState, action: CaseAction): CaseState {
  const { data } = action;
  switch (data.type) {
    case "registered":
    case "received":
    case "refused":
    case "passed-on":
    case "assigned":
    case "supplement-lapsed":
    case "withdrawn":
    case "stopped":
    case "due-recomputed":
      return state;
    case "urged":
      return { ...state, urge: urgeOf(action, data) };
    case "urge-answered": {
      const { urge: _, ...rest } = state;
      return rest;
    }
    case "sent-back": {
      const { approvedBy: _, ...rest } = state;
      return rest;
    }
    case "opinion-asked":
      return { ...state, opinion: { unitId: data.unitId, question: data.question } };
    case "opinion-given":
      return state.opinion === undefined
        ? state
        : { ...state, opinion: { ...state.opinion, answer: data.text } };
    case "supplement-proposed":
      return { ...state, supplement: { items: data.items, reason: data.reason } };
    case "supplement-declined": {
      const { supplement: _, ...rest } = state;
      return rest;
    }
    case "supplement-requested":
      return {
        ...state,
        supplements: state.supplements + 1,
        supplement: { items: data.items, reason: data.reason, askedAt: action.at },
      };
    case "supplement-completed": {
      const { supplement: _, draft: __, approvedBy: ___, ...rest } = state;
      return { ...rest, papers: [...state.papers, ...data.papers] };
    }
    case "financial-duty-noted":
      return { ...state, duty: { name: data.name, amount: data.amount, notice: data.notice, paid: false } };
    case "financial-duty-paid":
      return state.duty === undefined ? state : { ...state, duty: { ...state.duty, paid: true } };
    case "procedure-changed": {
      const { draft: _, approvedBy: __, ...rest } = state;
      return { ...rest, matter: data.matter };
    }
    case "result-drafted":
      return { ...state, draft: data.draft };
    case "result-approved":
      return action.by.id === undefined ? state : { ...state, approvedBy: action.by.id };
    case "result-issued":
      return {
        ...state,
        result: { kind: data.kind, number: data.number, title: data.title, files: data.files },
        finishedAt: action.at,
      };
    case "result-recalled": {
      const { result: _, finishedAt: __, approvedBy: ___, ...rest } = state;
      return rest;
    }
    case "apologised":
      return { ...state, apologies: state.apologies + 1 };
    case "handed-over":
      return { ...state, returned: { at: action.at, method: data.method, collector: data.collector } };
    case "handed-to-successor":
      return handedCase(state, data);
    case "rated":
      return { ...state, rated: data.rating.overall };
  }
}

function urgeOf({ at, by }: CaseAction, data: ActionData & { readonly type: "urged" }): Urge {
  return {
    step: data.step,
    text: data.text,
    at,
    ...(by.id === undefined ? {} : { officerId: by.id }),
    ...(by.unitId === undefined ? {} : { unitId: by.unitId }),
  };
}

/** Work that is done needs no answer any more: an urging ends with its step. */
export function withoutSettledUrge(state: CaseState): CaseState {
  const { urge, ...rest } = state;
  if (urge === undefined || state.open.some((step) => step.seq === urge.step)) return state;
  return rest;
}
