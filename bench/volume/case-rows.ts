import { STEP_COLUMNS } from "../../src/modules/cases/case-store.ts";
import { FILE_COLUMNS } from "../../src/modules/cases/save-case.sql.ts";
import type { RecordedCase, RecordedSave } from "./recording-database.ts";

/** Rows of a table in the order of its columns. */
export type Rows = (readonly unknown[])[];

/** What one or many recorded cases leave in the database. */
export type CaseRows = {
  readonly files: Rows;
  readonly actions: Rows;
  readonly steps: Rows;
  readonly audits: Rows;
};

export const CASE_TABLES = {
  files: ["cases.case_file", FILE_COLUMNS],
  actions: ["cases.action", ["case_id", "seq", "at", "type", "officer_id", "unit_id", "body", "hash"]],
  steps: ["cases.step", ["case_id", ...STEP_COLUMNS]],
  audits: ["platform.audit", ["at", "actor_kind", "actor_id", "command", "subject", "outcome"]],
} as const satisfies Record<keyof CaseRows, readonly [string, readonly string[]]>;

/** Where the parts of a save lie among its values, after the columns of the case itself (save-case.sql.ts). */
const ACTIONS = FILE_COLUMNS.length + 1;
const ACTION_PARTS = 7;
const STEPS = ACTIONS + ACTION_PARTS;
const STEP_PARTS = STEP_COLUMNS.length;
const AUDIT = STEPS + STEP_PARTS;
const AUDIT_PARTS = 5;

export const noRows = (): CaseRows => ({ files: [], actions: [], steps: [], audits: [] });

/** Adds what the saves of a case leave behind: the last state of its row and steps, every action, every audit entry. */
export function addRows(rows: CaseRows, recorded: RecordedCase): void {
  const steps = new Map<unknown, readonly unknown[]>();
  for (const save of recorded.saves) {
    rows.actions.push(...across(recorded.id, save, ACTIONS, ACTION_PARTS));
    for (const step of across(recorded.id, save, STEPS, STEP_PARTS)) steps.set(step[1], step);
    rows.audits.push([...save.values.slice(AUDIT, AUDIT + AUDIT_PARTS), "done"]);
  }
  rows.steps.push(...steps.values());
  const last = recorded.saves.at(-1);
  if (last !== undefined) rows.files.push(last.values.slice(0, FILE_COLUMNS.length));
}

/** The arrays of a save, one per column, as rows. */
function across(id: string, save: RecordedSave, from: number, count: number): Rows {
  const columns = save.values.slice(from, from + count) as (readonly unknown[])[];
  return (columns[0] ?? []).map((_, row) => [id, ...columns.map((column) => column[row])]);
}
