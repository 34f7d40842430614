import type { Pool, PoolClient } from "pg";
import { type Instant, toIso } from "../../../kernel/time.ts";
import type { MoveOrder, MoveState, StepMapping } from "../../processes/index.ts";
import { actionBody, actionHash } from "../action-codec.ts";
import type { Db, LoadedCase } from "../case-store.ts";
import type { CaseAction } from "../domain/case-action.ts";
import type { CaseState } from "../domain/case-state.ts";
import { caseFileRow, stepRows } from "../projection.ts";
import { SAVE_MOVED } from "./save-moved.sql.ts";

const FIRST_ID = "00000000-0000-0000-0000-000000000000";

/** The running cases that a move is about: of these versions, and of the procedure or variant with this code. */
export type MovedFrom = { readonly processIds: readonly number[]; readonly code: string };

const OF_CODE = "$2 in (f.state -> 'matter' ->> 'procedureCode', f.state -> 'matter' ->> 'variantCode')";

/** Running cases in the order of their ids, in pages; memory stays the same however many there are. */
export async function* runningCases(
  db: Db,
  { processIds, code }: MovedFrom,
  pageSize: number,
): AsyncGenerator<readonly LoadedCase[]> {
  for (let after = FIRST_ID; ; ) {
    const found = await db.query<{ state: CaseState; head_hash: Buffer }>({
      name: "cases.move.running",
      text: `select f.state, f.head_hash from cases.case_file as f join cases.running as r on r.case_id = f.id
             where r.process_id = any ($1::int[]) and ${OF_CODE} and r.case_id > $3::uuid order by r.case_id limit $4`,
      values: [processIds, code, after, pageSize],
    });
    const page = found.rows.map((row) => ({ state: row.state, headHash: row.head_hash }));
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    after = last.state.id;
  }
}

export async function countMoved(db: Db, { processIds, code }: MovedFrom): Promise<number> {
  const found = await db.query<{ n: number }>({
    name: "cases.move.count-of",
    text: `select count(*) as n from cases.case_file as f join cases.running as r on r.case_id = f.id
           where r.process_id = any ($1::int[]) and ${OF_CODE}`,
    values: [processIds, code],
  });
  return found.rows[0]?.n ?? 0;
}

export async function countRunning(db: Db, processIds: readonly number[]): Promise<number> {
  const found = await db.query<{ n: number }>({
    name: "cases.move.count",
    text: "select count(*) as n from cases.running where process_id = any ($1::int[])",
    values: [processIds],
  });
  return found.rows[0]?.n ?? 0;
}

/** A case with the one action that moves it. */
export type MovedCase = {
  readonly before: LoadedCase;
  readonly action: CaseAction;
  readonly after: CaseState;
};

/**
 * Saves many moved cases with one statement: actions, rows, steps and audit. Whoever was changed meanwhile is left out
 * with everything that belongs to it.
 * @returns the ids that were saved.
 */
export async function saveMoved(
  db: Pool | PoolClient,
  cases: readonly MovedCase[],
): Promise<ReadonlySet<string>> {
  const files = cases.map(({ before, action, after }) => {
    const body = actionBody(action);
    const hash = actionHash(before.headHash, body);
    return { action, body, hash, row: caseFileRow(after, hash), version: before.state.version };
  });
  const steps = cases.flatMap(({ before, action, after }) =>
    stepRows(before.state.open, [action], after).map((step) => ({ caseId: after.id, step })),
  );
  const saved = await db.query<{ id: string }>({
    name: "cases.move.save",
    text: SAVE_MOVED,
    values: [
      files.map(({ row }) => row.id),
      files.map(({ version }) => version),
      files.map(({ hash }) => hash),
      files.map(({ row }) => row.state),
      files.map(({ action }) => toIso(action.at)),
      files.map(({ body }) => body),
      steps.map(({ caseId }) => caseId),
      steps.map(({ step }) => step.seq),
      steps.map(({ step }) => step.process_step),
      steps.map(({ step }) => step.due_at),
      steps.map(({ step }) => step.queue_due),
      steps.map(({ step }) => step.budget_minutes),
      files.map(({ row }) => row.process_id),
    ],
  });
  return new Set(saved.rows.map((row) => row.id));
}

/** A move as it was ordered, and how far it is. */
export type KeptMove = MoveState & {
  readonly fromProcessIds: readonly number[];
  readonly mapping: StepMapping;
};

const COLUMNS = `id, from_process_ids as "fromProcessIds", to_process_id as "toProcessId", mapping, decision,
  begun_at as "begunAt", ended_at as "endedAt", done, total, moved, stayed`;

export async function insertMove(sql: PoolClient, order: MoveOrder): Promise<number> {
  const made = await sql.query<{ id: number }>(
    `insert into cases.process_move (from_process_ids, to_process_id, mapping, decision, ordered_at, ordered_by)
     values ($1, $2, $3, $4, $5, $6) returning id`,
    [
      order.fromProcessIds,
      order.toProcessId,
      JSON.stringify(order.mapping),
      order.decision,
      toIso(order.at),
      order.by ?? null,
    ],
  );
  const id = made.rows[0]?.id;
  if (id === undefined) throw new Error(`the move to process ${order.toProcessId} was not written`);
  return id;
}

/** Moves to these versions that have not begun end here; the job finds nothing to do. */
export async function dropMoves(
  sql: PoolClient,
  toProcessIds: readonly number[],
  at: Instant,
): Promise<void> {
  await sql.query(
    `update cases.process_move set ended_at = $2
     where to_process_id = any ($1::int[]) and begun_at is null and ended_at is null`,
    [toProcessIds, toIso(at)],
  );
}

export async function findMove(db: Db, id: number): Promise<KeptMove | undefined> {
  const found = await db.query<KeptMove>(`select ${COLUMNS} from cases.process_move where id = $1`, [id]);
  return found.rows[0];
}

export async function latestMoveTo(db: Db, processId: number): Promise<KeptMove | undefined> {
  const found = await db.query<KeptMove>(
    `select ${COLUMNS} from cases.process_move where to_process_id = $1 order by id desc limit 1`,
    [processId],
  );
  return found.rows[0];
}

/** Moves that were begun and have not ended: they go on, or their process died. */
export async function unfinishedMoves(db: Db): Promise<readonly number[]> {
  const found = await db.query<{ id: number }>({
    name: "cases.move.unfinished",
    text: "select id from cases.process_move where begun_at is not null and ended_at is null order by id",
  });
  return found.rows.map(({ id }) => id);
}

/** Any number; with the id of a move, which one process works at. The lock ends with its connection. */
const LOCK = 7_226_010;

export async function tryMoveLock(client: PoolClient, id: number): Promise<boolean> {
  const found = await client.query<{ got: boolean }>("select pg_try_advisory_lock($1, $2) as got", [
    LOCK,
    id,
  ]);
  return found.rows[0]?.got === true;
}

export async function leaveMoveLock(client: PoolClient, id: number): Promise<void> {
  await client.query("select pg_advisory_unlock($1, $2)", [LOCK, id]);
}

/** How far a move is; a beginning stays the first one. */
export async function noteMove(
  db: Db,
  id: number,
  far: Pick<MoveState, "done" | "total" | "moved" | "stayed">,
  at: { readonly begun: Instant; readonly ended?: Instant },
): Promise<void> {
  await db.query({
    name: "cases.move.note",
    text: `update cases.process_move set begun_at = coalesce(begun_at, $2), ended_at = $3, done = $4, total = $5,
             moved = $6, stayed = $7 where id = $1`,
    values: [
      id,
      toIso(at.begun),
      at.ended === undefined ? null : toIso(at.ended),
      far.done,
      far.total,
      far.moved,
      far.stayed,
    ],
  });
}
