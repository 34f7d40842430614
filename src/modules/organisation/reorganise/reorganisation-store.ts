import type { PoolClient } from "pg";
import { type Instant, type LocalDate, toIso } from "../../../kernel/time.ts";
import type { Database } from "../../../platform/database.ts";
import type { PlanRow, PlanUnit } from "../domain/plan-rows.ts";
import type { PlanPost } from "../domain/unplaced-posts.ts";

type Db = Database["pool"] | PoolClient;

export type ReorganisationState = "planned" | "carrying-out" | "carried-out" | "withdrawn";

/** A re-organisation as it was planned, and how far it is. */
export type Reorganisation = {
  readonly id: number;
  readonly effectiveOn: LocalDate;
  readonly decision: string;
  readonly reason: string;
  readonly rows: readonly PlanRow[];
  readonly state: ReorganisationState;
  readonly plannedAt: Instant;
  readonly plannedBy: number | null;
  readonly withdrawnAt: Instant | null;
  readonly withdrawnReason: string | null;
  readonly unitsDoneAt: Instant | null;
  readonly doneAt: Instant | null;
  readonly stuck: string | null;
};

const SELECT = `select id, effective_on as "effectiveOn", decision, reason, rows, state, planned_at as "plannedAt",
  planned_by as "plannedBy", withdrawn_at as "withdrawnAt", withdrawn_reason as "withdrawnReason",
  units_done_at as "unitsDoneAt", done_at as "doneAt", stuck from organisation.reorganisation`;

/** All of them, the latest first. */
export async function listReorganisations(db: Db): Promise<readonly Reorganisation[]> {
  return (await db.query<Reorganisation>(`${SELECT} order by effective_on desc, id desc`)).rows;
}

export async function findReorganisation(
  db: Db,
  id: number,
  options: { readonly lock?: boolean } = {},
): Promise<Reorganisation | undefined> {
  const found = await db.query<Reorganisation>(
    `${SELECT} where id = $1${options.lock === true ? " for update" : ""}`,
    [id],
  );
  return found.rows[0];
}

/** Those whose day has come and that are not at their end, by date; one that is stuck waits for a person. */
export async function dueReorganisations(db: Db, today: LocalDate): Promise<readonly Reorganisation[]> {
  const found = await db.query<Reorganisation>(
    `${SELECT} where state in ('planned', 'carrying-out') and effective_on <= $1 and stuck is null order by effective_on, id`,
    [today],
  );
  return found.rows;
}

/** Those that wait for their day. */
export async function plannedReorganisations(db: Db): Promise<readonly Reorganisation[]> {
  return (await db.query<Reorganisation>(`${SELECT} where state = 'planned' order by effective_on, id`)).rows;
}

export async function insertReorganisation(
  sql: PoolClient,
  plan: Pick<Reorganisation, "effectiveOn" | "decision" | "reason" | "rows" | "plannedAt"> & {
    readonly plannedBy: number | undefined;
  },
): Promise<number> {
  const made = await sql.query<{ id: number }>(
    `insert into organisation.reorganisation (effective_on, decision, reason, rows, state, planned_at, planned_by)
     values ($1, $2, $3, $4, 'planned', $5, $6) returning id`,
    [
      plan.effectiveOn,
      plan.decision,
      plan.reason,
      JSON.stringify(plan.rows),
      toIso(plan.plannedAt),
      plan.plannedBy ?? null,
    ],
  );
  return made.rows[0]?.id ?? 0;
}

export async function markWithdrawn(
  sql: PoolClient,
  id: number,
  { at, by, reason }: { readonly at: Instant; readonly by: number | undefined; readonly reason: string },
): Promise<void> {
  await sql.query(
    `update organisation.reorganisation set state = 'withdrawn', withdrawn_at = $2, withdrawn_by = $3,
       withdrawn_reason = $4 where id = $1`,
    [id, toIso(at), by ?? null, reason],
  );
}

/** The units are carried out; the cases follow. */
export async function markUnitsDone(sql: PoolClient, id: number, at: Instant): Promise<void> {
  await sql.query(
    `update organisation.reorganisation set state = 'carrying-out', units_done_at = $2, stuck = null where id = $1`,
    [id, toIso(at)],
  );
}

export async function markStuck(db: Db, id: number, why: string): Promise<void> {
  await db.query("update organisation.reorganisation set stuck = $2 where id = $1", [id, why]);
}

/** The rows of a plan with more posts placed; a stuck one is tried again. */
export async function replanRows(sql: PoolClient, id: number, rows: readonly PlanRow[]): Promise<void> {
  await sql.query("update organisation.reorganisation set rows = $2, stuck = null where id = $1", [
    id,
    JSON.stringify(rows),
  ]);
}

export async function markDone(db: Db, id: number, at: Instant): Promise<void> {
  await db.query(
    `update organisation.reorganisation set state = 'carried-out', done_at = $2
     where id = $1 and state = 'carrying-out'`,
    [id, toIso(at)],
  );
}

/** Any number; plans are made, withdrawn and carried out one after the other. */
const LOCK = 7_226_014;

export async function lockReorganisations(sql: PoolClient): Promise<void> {
  await sql.query("select pg_advisory_xact_lock($1)", [LOCK]);
}

/** The units that stand on a day, as plans look at them. */
export async function planUnits(db: Db, on: LocalDate): Promise<readonly PlanUnit[]> {
  const found = await db.query<Omit<PlanUnit, "parentCode"> & { parentCode: string | null }>(
    `select unit.code, unit.name, unit.level, unit.kind, parent.code as "parentCode"
     from organisation.unit as unit left join organisation.unit as parent on parent.id = unit.parent_id
     where unit.valid_to is null or unit.valid_to > $1 order by unit.code`,
    [on],
  );
  return found.rows.map((row) => ({ ...row, parentCode: row.parentCode ?? undefined }));
}

/** Codes that were ever given: one is never given twice. */
export async function takenCodes(db: Db, codes: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await db.query<{ code: string }>("select code from organisation.unit where code = any ($1)", [
    codes,
  ]);
  return new Set(found.rows.map((row) => row.code));
}

/** A post in one of these units on a day or later, with who holds it. */
export type HeldPlanPost = PlanPost & { readonly fullName: string; readonly title: string };

export async function planPosts(
  db: Db,
  codes: readonly string[],
  on: LocalDate,
): Promise<readonly HeldPlanPost[]> {
  const found = await db.query<HeldPlanPost>(
    `select unit.code as unit, coalesce(officer.staff_code, officer.id::text) as "staffCode",
       officer.full_name as "fullName", post.title, post.kind
     from organisation.post as post
     join organisation.unit as unit on unit.id = post.unit_id
     join organisation.officer as officer on officer.id = post.officer_id
     where unit.code = any ($1) and officer.active and (post.valid_to is null or post.valid_to > $2)
     order by unit.code, officer.full_name, post.id`,
    [codes, on],
  );
  return found.rows;
}
