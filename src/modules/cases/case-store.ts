import type { Pool, PoolClient } from "pg";
import { isUuid } from "../../kernel/ids.ts";
import { toIso } from "../../kernel/time.ts";
import type { AuditEntry } from "../../platform/audit.ts";
import { actorId } from "../../platform/audit.ts";
import { actionBody, actionHash, actionOfBody } from "./action-codec.ts";
import type { CaseAction } from "./domain/case-action.ts";
import type { CaseState } from "./domain/case-state.ts";
import { caseFileRow, stepRows } from "./projection.ts";
import { SAVE_CASE } from "./save-case.sql.ts";

export type Db = Pool | PoolClient;

/** A case as it was loaded to be changed: its state and the hash that the next action continues. */
export type LoadedCase = { readonly state: CaseState; readonly headHash: Buffer };

/** The case by its id; one round trip. A text that is no id names no case. */
export async function findCase(db: Db, id: string): Promise<LoadedCase | undefined> {
  if (!isUuid(id.toLowerCase())) return undefined;
  const found = await db.query<{ state: CaseState; head_hash: Buffer }>({
    name: "cases.find",
    text: "select state, head_hash from cases.case_file where id = $1",
    values: [id],
  });
  const row = found.rows[0];
  return row === undefined ? undefined : { state: row.state, headHash: row.head_hash };
}

/** The case by its public code. */
export async function findCaseByCode(db: Db, code: string): Promise<LoadedCase | undefined> {
  const found = await db.query<{ state: CaseState; head_hash: Buffer }>({
    name: "cases.find-by-code",
    text: "select state, head_hash from cases.case_file where code = $1",
    values: [code],
  });
  const row = found.rows[0];
  return row === undefined ? undefined : { state: row.state, headHash: row.head_hash };
}

/** All actions of a case, oldest first. */
export async function listActions(db: Db, caseId: string): Promise<CaseAction[]> {
  const found = await db.query<{ body: string }>({
    name: "cases.actions",
    text: "select body from cases.action where case_id = $1 order by seq",
    values: [caseId],
  });
  return found.rows.map((row) => actionOfBody(row.body));
}

/**
 * Saves new actions with all their projections and the audit entry in one statement, hence all or nothing, in one
 * round trip. The version decides: where somebody else was faster nothing is written and the answer is false.
 * @param before the case as loaded; undefined for a new case.
 */
export async function saveCase(
  db: Db,
  before: LoadedCase | undefined,
  actions: readonly CaseAction[],
  after: CaseState,
  audit: AuditEntry,
): Promise<boolean> {
  let hash = before?.headHash;
  const bodies: string[] = [];
  const hashes: Buffer[] = [];
  for (const action of actions) {
    const body = actionBody(action);
    hash = actionHash(hash, body);
    bodies.push(body);
    hashes.push(hash);
  }
  if (hash === undefined) throw new Error("nothing to save");
  const file = caseFileRow(after, hash);
  const steps = stepRows(before?.state.open ?? [], actions, after);
  const saved = await db.query({
    name: before === undefined ? "cases.create" : "cases.save",
    text: before === undefined ? SAVE_CASE.create : SAVE_CASE.change,
    values: [
      ...Object.values(file),
      before?.state.version ?? 0,
      actions.map((action) => action.seq),
      actions.map((action) => toIso(action.at)),
      actions.map((action) => action.data.type),
      actions.map((action) => (action.by.kind === "officer" ? (action.by.id ?? null) : null)),
      actions.map((action) => action.by.unitId ?? null),
      bodies,
      hashes,
      ...columns(steps),
      toIso(audit.at),
      audit.actor.kind,
      actorId(audit.actor) ?? null,
      audit.command,
      after.code,
    ],
  });
  return saved.rowCount === 1;
}

/** Columns of cases.step after the case, in the order in which a save gives them. */
export const STEP_COLUMNS = [
  "seq",
  "process_step",
  "work",
  "unit_id",
  "post_kind",
  "officer_id",
  "opened_at",
  "due_at",
  "queue_due",
  "paused",
  "closed_at",
  "closed_by",
  "outcome",
  "consumed_minutes",
] as const;

function columns(rows: ReturnType<typeof stepRows>): unknown[][] {
  return STEP_COLUMNS.map((column) => rows.map((row) => row[column]));
}
