import { toIso } from "../../kernel/time.ts";
import type { Verdict } from "../../kernel/verdict.ts";
import { unmark } from "../../kernel/vietnamese-text.ts";
import type { CaseAction } from "./domain/case-action.ts";
import type { CaseState, OpenStep } from "./domain/case-state.ts";
import { isMain } from "./domain/evolve.ts";
import { type Handed, handedWork } from "./domain/handed.ts";
import { mainStep } from "./domain/steps.ts";
import { verdictByDates } from "./domain/verdict-by-dates.ts";
import { unitsOfCase } from "./readable.ts";
import { nameKeys } from "./search-cases/name-keys.ts";

/** Sorts after every appointment: cases whose clock stands still or has ended, and those without an appointment. */
const LAST = "9999-12-31T00:00:00.000Z";

/** A row of cases.case_file, its instants as ISO text. */
export type CaseFileRow = ReturnType<typeof caseFileRow>;

/** What the lists show of a case; a pure projection of its state. */
export function caseFileRow(state: CaseState, headHash: Buffer) {
  const name = unmark(`${state.applicant.name} ${state.representative?.name ?? ""}`).trim();
  const holder = mainStep(state) ?? state.open[0];
  return {
    id: state.id,
    code: state.code,
    version: state.version,
    head_hash: headHash,
    status: state.status,
    procedure_id: state.matter.procedureId,
    procedure_code: state.matter.procedureCode,
    procedure_name: state.matter.procedureName,
    process_id: state.matter.processId,
    field: state.matter.field,
    receiving_unit_id: state.receivingUnitId,
    deciding_unit_id: state.decidingUnitId,
    holder_unit_id: holder?.unitId ?? null,
    unit_ids: unitsOfCase(state),
    applicant_name: state.applicant.name,
    applicant_number: state.applicant.number ?? null,
    applicant_phone: state.applicant.phone ?? null,
    applicant_search: name,
    applicant_keys: nameKeys(name),
    received_at: toIso(state.receivedAt ?? state.registeredAt),
    first_due_at: iso(state.clock.firstDueAt),
    due_at: iso(state.clock.dueAt),
    finished_at: iso(state.finishedAt),
    returned_at: iso(state.returned?.at),
    verdict: verdictOf(state) ?? null,
    supplement_count: state.supplements,
    redated: state.apologies > 0,
    rating: state.rated === undefined ? null : { satisfied: 2, neutral: 1, unsatisfied: 0 }[state.rated],
    state: JSON.stringify(state),
  };
}

/** The on-time verdict of a finished case, of two appointments by both; more than one supplement request counts late (QĐ 766/QĐ-TTg). */
export function verdictOf(state: CaseState): Verdict | undefined {
  const byDates = verdictByDates(state);
  return byDates !== undefined && state.supplements > 1 ? "late" : byDates;
}

/** A row of cases.step, its instants as ISO text. */
export type StepRow = {
  readonly seq: number;
  readonly process_step: string;
  readonly work: string;
  readonly unit_id: number;
  readonly post_kind: string;
  readonly officer_id: number | null;
  readonly opened_at: string;
  readonly due_at: string | null;
  readonly queue_due: string;
  readonly paused: boolean;
  readonly closed_at: string | null;
  readonly closed_by: number | null;
  readonly outcome: string | null;
  readonly consumed_minutes: number | null;
  readonly uncounted: string | null;
  readonly budget_minutes: number | null;
  /** Of the case, for the filter of the queue. */
  readonly field: string;
};

/**
 * The step rows that actions touch: those open before, those the actions opened, with what closed them. Given a whole
 * history (no steps before) these are all rows of the case.
 */
export function stepRows(
  openBefore: readonly OpenStep[],
  actions: readonly CaseAction[],
  after: CaseState,
): StepRow[] {
  const { field } = after.matter;
  const rows = new Map<number, StepRow>(
    openBefore.map((step) => [step.seq, rowOf(step, step.openedAt, field)]),
  );
  for (const action of actions) {
    for (const step of action.closed ?? []) {
      const row = rows.get(step.seq);
      if (row === undefined)
        throw new Error(`case ${action.caseId} closes step ${step.seq}, which is not open`);
      rows.set(step.seq, {
        ...row,
        closed_at: toIso(action.at),
        closed_by: action.by.kind === "officer" ? (action.by.id ?? null) : null,
        outcome: step.outcome,
        consumed_minutes: step.consumedMinutes,
      });
    }
    for (const { seq, to, budgetMinutes } of action.data.type === "process-moved" ? action.data.steps : []) {
      const row = rows.get(seq);
      // A row of before keeps no budget of its own.
      const budget_minutes = row?.budget_minutes == null ? null : budgetMinutes;
      if (row !== undefined) rows.set(seq, { ...row, process_step: to, budget_minutes });
    }
    for (const { seq, dueAt } of action.remeasured ?? []) {
      const row = rows.get(seq);
      if (row !== undefined) rows.set(seq, { ...row, due_at: toIso(dueAt) });
    }
    for (const step of action.opened ?? []) rows.set(step.seq, rowOf(step, action.at, field));
    if (action.data.type === "handed-to-successor") hand(rows, action.data);
    if (action.data.type === "assigned" || action.data.type === "released") {
      const row = rows.get(action.data.step);
      const officer = action.data.type === "assigned" ? action.data.officerId : null;
      if (row !== undefined) rows.set(row.seq, { ...row, officer_id: officer });
    }
  }
  const paused = after.clock.pausedAt !== undefined;
  // A result that waits for its applicant presses nobody: the clock has ended, the verdict is given.
  const rests = paused || after.clock.endedAt !== undefined;
  const due = iso(after.clock.dueAt);
  return [...rows.values()].map((row) =>
    row.closed_at !== null
      ? row
      : // What a group's owner must decide presses before the group itself is due.
        {
          ...row,
          paused,
          queue_due: rests
            ? LAST
            : ((row.work === "group-decision" ? row.due_at : due) ?? row.due_at ?? LAST),
        },
  );
}

/** Open work goes to the successor; what was done stays with who did it. */
function hand(rows: Map<number, StepRow>, data: Handed): void {
  for (const row of rows.values()) {
    if (row.closed_at !== null) continue;
    const { seq } = row;
    const work =
      row.officer_id === null
        ? { seq, unitId: row.unit_id }
        : { seq, unitId: row.unit_id, officerId: row.officer_id };
    const { unitId, officerId } = handedWork<{ seq: number; unitId: number; officerId?: number }>(data, work);
    rows.set(row.seq, { ...row, unit_id: unitId, officer_id: officerId ?? null });
  }
}

function rowOf(step: Omit<OpenStep, "openedAt">, openedAt: number, field: string): StepRow {
  return {
    seq: step.seq,
    process_step: step.processStep,
    work: step.work,
    unit_id: step.unitId,
    post_kind: step.post,
    officer_id: step.officerId ?? null,
    opened_at: toIso(openedAt),
    due_at: iso(step.dueAt),
    queue_due: LAST,
    paused: false,
    closed_at: null,
    closed_by: null,
    outcome: null,
    consumed_minutes: null,
    uncounted: step.uncounted ?? null,
    // Side work is due when its time is up, whatever the clock of the case does.
    budget_minutes: isMain(step) ? (step.budgetMinutes ?? null) : null,
    field,
  };
}

function iso(instant: number | undefined): string | null {
  return instant === undefined ? null : toIso(instant);
}
