import type { Pool, PoolClient } from "pg";
import { type Instant, toIso } from "../../../kernel/time.ts";
import { actionBody, actionHash, actionOfBody } from "../action-codec.ts";
import type { Db, LoadedCase } from "../case-store.ts";
import type { CaseAction } from "../domain/case-action.ts";
import type { CaseState } from "../domain/case-state.ts";
import { COUNTING_ACTIONS } from "../domain/counting.ts";
import { stepRows } from "../projection.ts";
import { BETWEEN_TEXTS, SAVE_RECOMPUTED } from "./save-recomputed.sql.ts";

/**
 * Cases under way that days from this moment on can move: due after it, or standing still; and online cases that are to
 * be accepted after it. What is due earlier was counted without looking at them.
 */
const RUNNING = "from cases.running where (due_at >= $1::timestamptz or due_at is null)";
const TO_ACCEPT = "from cases.step where closed_at is null and work = 'accept' and due_at >= $1::timestamptz";

const FIRST_ID = "00000000-0000-0000-0000-000000000000";
const IDS_A_PAGE = 5000;

/** Ids of the candidates in order, in pages; memory stays the same however many there are. */
export async function* candidateIds(db: Db, from: Instant): AsyncGenerator<readonly string[]> {
  for (let after = FIRST_ID; ; ) {
    const found = await db.query<{ id: string }>({
      name: "cases.recompute.candidates",
      text: `(select case_id as id ${RUNNING} and case_id > $2::uuid order by case_id limit ${IDS_A_PAGE})
             union all (select case_id ${TO_ACCEPT} and case_id > $2::uuid order by case_id limit ${IDS_A_PAGE})
             order by id limit ${IDS_A_PAGE}`,
      values: [toIso(from), after],
    });
    const ids = found.rows.map((row) => row.id);
    const last = ids.at(-1);
    if (last === undefined) return;
    yield ids;
    after = last;
  }
}

/** @param most counts no further; without it all of them. */
export async function countCandidates(db: Db, from: Instant, most?: number): Promise<number> {
  const found = await db.query<{ n: number }>({
    name: "cases.recompute.count",
    text: `select count(*) as n from (select 1 ${RUNNING} union all select 1 ${TO_ACCEPT} limit $2) as candidate`,
    values: [toIso(from), most ?? null],
  });
  return found.rows[0]?.n ?? 0;
}

/** Many cases at once, by id. */
export async function findCases(db: Db, ids: readonly string[]): Promise<readonly LoadedCase[]> {
  const found = await db.query<{ state: CaseState; head_hash: Buffer }>({
    name: "cases.recompute.cases",
    text: "select state, head_hash from cases.case_file where id = any ($1::uuid[]) order by id",
    values: [ids],
  });
  return found.rows.map((row) => ({ state: row.state, headHash: row.head_hash }));
}

/**
 * Of these cases those that an action has timed in another way than receipt, acceptance and recomputations do. The few
 * there are stand in an index of their own; what the others are counted from stands in their state.
 */
export async function otherwiseTimed(db: Db, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await db.query<{ case_id: string }>({
    name: "cases.recompute.otherwise-timed",
    // The words of the index action_clock. A body that merely quotes this text is read whole.
    text: `select case_id from cases.action where case_id = any ($1::uuid[])
             and type not in ('received', 'registered', 'accepted', 'due-recomputed') and position('"clock":{' in body) > 0`,
    values: [ids],
  });
  return new Set(found.rows.map((row) => row.case_id));
}

/** The actions that tell how each of these cases is counted. */
export async function countingActions(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, CaseAction[]>> {
  const found = await db.query<{ case_id: string; body: string }>({
    name: "cases.recompute.actions",
    text: `select case_id, body from cases.action
           where case_id = any ($1::uuid[]) and (type = any ($2::text[]) or position('"clock":{' in body) > 0)
           order by case_id, seq`,
    values: [ids, COUNTING_ACTIONS],
  });
  const byCase = new Map<string, CaseAction[]>();
  for (const row of found.rows) {
    const actions = byCase.get(row.case_id);
    if (actions === undefined) byCase.set(row.case_id, [actionOfBody(row.body)]);
    else actions.push(actionOfBody(row.body));
  }
  return byCase;
}

/** A case with the one action that moves its appointment. */
export type RecomputedCase = {
  readonly before: LoadedCase;
  readonly action: CaseAction;
  readonly after: CaseState;
};

/**
 * Saves many recomputed cases with one statement: actions, rows, steps and audit. Whoever was changed meanwhile is left
 * out with everything that belongs to it.
 * @returns the ids that were saved.
 */
export async function saveRecomputed(
  db: Pool | PoolClient,
  cases: readonly RecomputedCase[],
): Promise<ReadonlySet<string>> {
  const files = cases.map(({ before, action, after }) => {
    const body = actionBody(action);
    const hash = actionHash(before.headHash, body);
    return {
      action,
      body,
      hash,
      after,
      change: changeOf(before.state, after),
      version: before.state.version,
    };
  });
  const steps = cases.flatMap(({ before, action, after }) =>
    stepRows(before.state.open, [action], after).map((step) => ({ caseId: after.id, step })),
  );
  const saved = await db.query<{ id: string }>({
    name: "cases.recompute.save",
    text: SAVE_RECOMPUTED,
    values: [
      files.map(({ after }) => after.id),
      files.map(({ version }) => version),
      files.map(({ hash }) => hash),
      files.map(({ after }) => (after.clock.dueAt === undefined ? null : toIso(after.clock.dueAt))),
      files.map(({ change }) => JSON.stringify(change.state)).join(BETWEEN_TEXTS),
      files.map(({ change }) => change.isWhole),
      files.map(({ action }) => toIso(action.at)),
      files.map(({ body }) => body).join(BETWEEN_TEXTS),
      steps.map(({ caseId }) => caseId),
      steps.map(({ step }) => step.seq),
      steps.map(({ step }) => step.due_at),
      steps.map(({ step }) => step.queue_due),
    ],
  });
  return new Set(saved.rows.map((row) => row.id));
}

/**
 * What of a state became another: a fifth of it, so that papers and people are not sent back and forth. The whole state
 * where something of it is gone, which putting one over the other does not tell.
 */
export function changeOf(
  before: CaseState,
  after: CaseState,
): { readonly state: Partial<CaseState>; readonly isWhole: boolean } {
  const old: Readonly<Record<string, unknown>> = before;
  const now: Readonly<Record<string, unknown>> = after;
  if (Object.keys(old).some((key) => old[key] !== undefined && now[key] === undefined))
    return { state: after, isWhole: true };
  const changed = Object.entries(after).filter(([key, value]) => value !== old[key]);
  return { state: Object.fromEntries(changed), isWhole: false };
}
