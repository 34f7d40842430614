import { verdict } from "../../../kernel/verdict.ts";
import type { CaseAction } from "../domain/case-action.ts";
import type { CaseState, OpenStep } from "../domain/case-state.ts";
import { evolve } from "../domain/evolve.ts";
import type { ControlSheetData, HandOver } from "../forms/mau-06-control-sheet.ts";
import { given } from "../verb.ts";
import type { PaperNames } from "./paper-names.ts";

/** Who stands at both ends of the way of a case. */
const APPLICANT = "Tổ chức, cá nhân nộp hồ sơ";

/**
 * Mẫu 06: every hand-over of work, as the actions tell it, with the verdict of each step by its time budget.
 * @param stepNames the names of the steps of the process, by their id.
 */
export function controlSheetData(
  actions: readonly CaseAction[],
  names: PaperNames,
  stepNames: ReadonlyMap<string, string>,
): ControlSheetData {
  const { state, handOvers, partners, lastAt } = follow(actions, names, stepNames);
  return {
    issuer: names.issuer(state.receivingUnitId),
    issuedAt: lastAt,
    caseCode: state.code,
    agency: names.unitName(state.decidingUnitId),
    partners: [...partners].map((unitId) => names.unitName(unitId)),
    receivedAt: state.receivedAt ?? state.registeredAt,
    ...given("appointmentAt", state.clock.dueAt ?? state.clock.dueBeforePause),
    handOvers,
  };
}

function follow(
  actions: readonly CaseAction[],
  names: PaperNames,
  stepNames: ReadonlyMap<string, string>,
): { state: CaseState; handOvers: HandOver[]; partners: Set<number>; lastAt: number } {
  let state: CaseState | undefined;
  const handOvers: HandOver[] = [];
  const partners = new Set<number>();
  for (const action of actions) {
    if (action.data.type === "opinion-asked") partners.add(action.data.unitId);
    const closed = state?.open.filter((step) => action.closed?.some(({ seq }) => seq === step.seq)) ?? [];
    const before = state;
    state = evolve(state, action);
    if (closed.length === 0 && (action.opened ?? []).length === 0) continue;
    const gave = closed.at(-1);
    const took = state.open.find((step) => action.opened?.some(({ seq }) => seq === step.seq));
    handOvers.push({
      from: gave === undefined ? fromOutside(before, action, names) : names.unitName(gave.unitId),
      to: took === undefined ? APPLICANT : names.unitName(took.unitId),
      at: action.at,
      ...given("givenBy", gave === undefined ? undefined : officerName(action, names)),
      ...given("receivedBy", took && whoTook(took, action, actions, names)),
      ...given("result", gave?.dueAt === undefined ? undefined : verdict(gave.dueAt, action.at)),
      ...given("note", noteOf(action, gave && stepNames.get(gave.processStep))),
    });
  }
  const last = actions.at(-1);
  if (state === undefined || last === undefined) throw new Error("a case without actions");
  return { state, handOvers, partners, lastAt: last.at };
}

/** The name of the step; where nobody answered in time, that and the article too. */
function noteOf({ data }: CaseAction, step: string | undefined): string | undefined {
  if (data.type !== "decided-by-silence") return step;
  return [step, `hết hạn không trả lời (${data.basis})`].filter(Boolean).join(": ");
}

/** Work that nobody gave: the first of the case, or side work such as an opinion asked beside it. */
function fromOutside(before: CaseState | undefined, action: CaseAction, names: PaperNames): string {
  if (before === undefined || action.by.unitId === undefined) return APPLICANT;
  return names.unitName(action.by.unitId);
}

function officerName(action: CaseAction, names: PaperNames): string | undefined {
  return action.by.kind === "officer" && action.by.id !== undefined
    ? names.officerName(action.by.id)
    : undefined;
}

/** Who took the work: who received the case, was assigned to it, or did it in the end. */
function whoTook(
  step: OpenStep,
  opening: CaseAction,
  actions: readonly CaseAction[],
  names: PaperNames,
): string | undefined {
  if (opening.seq === 1) return officerName(opening, names);
  if (step.officerId !== undefined) return names.officerName(step.officerId);
  for (const action of actions.slice(opening.seq)) {
    if (action.closed?.some(({ seq }) => seq === step.seq)) return officerName(action, names);
  }
  return undefined;
}
