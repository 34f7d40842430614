import { verdict } from "../../../kernel/verdict.ts";
import type { CaseAction } from "../domain/case-action.ts";
import type { CaseState, OpenStep } from "../domain/case-state.ts";
import type { Consumption } from "../domain/consumption.ts";
import { evolve, isMain } from "../domain/evolve.ts";
import type { ControlSheetData, HandOver } from "../forms/mau-06-control-sheet.ts";
import { inPlaceWords } from "../stand-in-words.ts";
import { given } from "../verb.ts";
import type { PaperNames } from "./paper-names.ts";

/** Who stands at both ends of the way of a case. */
const APPLICANT = "Tổ chức, cá nhân nộp hồ sơ";
/** Who takes over where a join waits for the other branches. */
const WAITING = "Chờ các nhánh khác của hồ sơ";

/**
 * Mẫu 06: every hand-over of work, as the actions tell it, with the verdict of each step by its time budget.
 * @param stepNames the names of the steps of the process, by their id.
 */
export function controlSheetData(
  actions: readonly CaseAction[],
  names: PaperNames,
  stepNames: ReadonlyMap<string, string>,
  consumption: Consumption,
): ControlSheetData {
  const { state, handOvers, partners, lastAt } = follow(actions, names, stepNames, consumption);
  return {
    issuer: names.issuer(state.receivingUnitId),
    issuedAt: lastAt,
    caseCode: state.code,
    agency: names.unitName(state.decidingUnitId),
    partners: [...partners].map((unitId) => names.unitName(unitId)),
    receivedAt: state.receivedAt ?? state.registeredAt,
    ...given("appointmentAt", state.clock.dueAt ?? state.clock.dueBeforePause),
    handOvers,
    consumed: timeInWords(consumption.caseMinutes),
  };
}

function follow(
  actions: readonly CaseAction[],
  names: PaperNames,
  stepNames: ReadonlyMap<string, string>,
  consumption: Consumption,
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
    for (const step of state.open) if (step.work === "opinion") partners.add(step.unitId);
    const silent = closed.filter((step) => isSilent(step, action));
    const gave = closed.findLast((step) => isMain(step) && !silent.includes(step)) ?? closed.at(-1);
    const taken = state.open.filter((step) => action.opened?.some(({ seq }) => seq === step.seq));
    const noteOf = (step: OpenStep | undefined) => step && noteAbout(step, action, stepNames, consumption);
    for (const step of silent.filter((one) => one !== gave)) {
      handOvers.push({
        from: names.unitName(step.unitId),
        to: WAITING,
        at: action.at,
        ...given("note", noteOf(step)),
      });
    }
    // Where the process forks, each branch takes its own sheet along; where a join waits, nobody takes it yet.
    for (const took of taken.length > 0 ? taken : [undefined]) {
      const nobody = state.open.some(isMain) ? WAITING : APPLICANT;
      handOvers.push({
        from: gave === undefined ? fromOutside(before, action, names) : names.unitName(gave.unitId),
        to: took === undefined ? nobody : names.unitName(took.unitId),
        at: action.at,
        ...given("givenBy", gave === undefined ? undefined : officerName(action, names)),
        ...given("receivedBy", took && whoTook(took, action, actions, names)),
        ...given("result", resultOf(gave, action)),
        ...given("note", noteOf(gave)),
      });
    }
  }
  const last = actions.at(-1);
  if (state === undefined || last === undefined) throw new Error("a case without actions");
  return { state, handOvers, partners, lastAt: last.at };
}

/** Whether a step kept its own time; of time that does not count nothing is judged. */
function resultOf(gave: OpenStep | undefined, action: CaseAction) {
  if (gave?.dueAt === undefined || gave.uncounted !== undefined) return undefined;
  return verdict(gave.dueAt, action.at);
}

function isSilent(step: OpenStep, action: CaseAction): boolean {
  return action.closed?.some(({ seq, outcome }) => seq === step.seq && outcome === "silent-consent") ?? false;
}

/** The step, what it used of the time it was given, and what its silence means. */
function noteAbout(
  step: OpenStep,
  action: CaseAction,
  stepNames: ReadonlyMap<string, string>,
  consumption: Consumption,
): string | undefined {
  const spent = consumption.steps.find(({ seq }) => seq === step.seq);
  const used =
    !isMain(step) || spent === undefined
      ? undefined
      : step.uncounted === undefined
        ? `đã dùng ${timeInWords(spent.ranMinutes)}`
        : "không tính vào thời hạn";
  const silent = isSilent(step, action)
    ? "hết hạn không trả lời, coi như đồng ý"
    : action.data.type === "decided-by-silence"
      ? `hết hạn không trả lời (${action.data.basis})`
      : undefined;
  return [stepNames.get(step.processStep), used, silent].filter(Boolean).join("; ") || undefined;
}

/** Working minutes in working days of eight hours, as budgets are set: "1,25 ngày làm việc", "2,5 giờ làm việc". */
function timeInWords(minutes: number): string {
  const rounded = (value: number) => value.toLocaleString("vi-VN", { maximumFractionDigits: 2 });
  return minutes < 480 ? `${rounded(minutes / 60)} giờ làm việc` : `${rounded(minutes / 480)} ngày làm việc`;
}

/** Work that nobody gave: the first of the case, or side work such as an opinion asked beside it. */
function fromOutside(before: CaseState | undefined, action: CaseAction, names: PaperNames): string {
  if (before === undefined || action.by.unitId === undefined) return APPLICANT;
  return names.unitName(action.by.unitId);
}

function officerName(action: CaseAction, names: PaperNames): string | undefined {
  if (action.by.kind !== "officer" || action.by.id === undefined) return undefined;
  const name = names.officerName(action.by.id);
  const { inPlaceOf } = action.by;
  return inPlaceOf === undefined
    ? name
    : `${name} (${inPlaceWords("vi", action.data, names.officerName(inPlaceOf))})`;
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
