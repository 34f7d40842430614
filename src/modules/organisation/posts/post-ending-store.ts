import type { Pool, PoolClient } from "pg";
import { type Instant, type LocalDate, toIso } from "../../../kernel/time.ts";
import type { PostKind } from "../../../platform/permission.ts";

/** A post that ended, with what becomes of its open work. */
export type PostEnding = {
  readonly id: number;
  readonly officerId: number;
  readonly unitId: number;
  readonly kind: PostKind;
  readonly fromDay: LocalDate;
  readonly reason: string;
  readonly decision: string;
  readonly successorId: number | null;
  readonly moved: number;
  readonly total: number | null;
  readonly doneAt: Instant | null;
};

const ROWS = `select e.id, p.officer_id as "officerId", p.unit_id as "unitId", p.kind, e.from_day as "fromDay", e.reason,
    e.decision, e.successor_id as "successorId", e.moved, e.total, e.done_at as "doneAt"
  from organisation.post_ending e join organisation.post p on p.id = e.post_id`;

/** Endings whose day has come, not older than a day. Old ones too: work may come back to somebody who has left. */
export async function endingsBetween(
  pool: Pool,
  from: LocalDate,
  today: LocalDate,
): Promise<readonly PostEnding[]> {
  const found = await pool.query<PostEnding>(
    `${ROWS} where e.from_day <= $2 and (e.done_at is null or e.from_day >= $1) order by e.id`,
    [from, today],
  );
  return found.rows;
}

/** The endings of a unit, newest first. */
export async function endingsOf(pool: Pool, unitId: number): Promise<readonly PostEnding[]> {
  const found = await pool.query<PostEnding>(
    `${ROWS} where p.unit_id = $1 order by e.from_day desc, e.id desc limit 20`,
    [unitId],
  );
  return found.rows;
}

/** How far the work of an ending has moved; with `doneAt` it is all moved. */
export async function noteMoved(
  pool: Pool,
  id: number,
  so: { readonly moved: number; readonly total: number; readonly doneAt?: Instant },
): Promise<void> {
  await pool.query(
    `update organisation.post_ending set moved = moved + $2, total = coalesce(total, $3),
       done_at = coalesce(done_at, $4) where id = $1`,
    [id, so.moved, so.total, so.doneAt === undefined ? null : toIso(so.doneAt)],
  );
}

/** The post that is to end, locked; undefined where it is not held on the day before. */
export async function findPostForUpdate(
  sql: PoolClient,
  officerId: number,
  unitId: number,
  kind: PostKind,
  today: LocalDate,
): Promise<{ readonly id: number; readonly validTo: LocalDate | null } | undefined> {
  const found = await sql.query<{ id: number; validTo: LocalDate | null }>(
    `select id, valid_to as "validTo" from organisation.post
     where officer_id = $1 and unit_id = $2 and kind = $3 and valid_from <= $4 and (valid_to is null or valid_to > $4)
     order by id for update`,
    [officerId, unitId, kind, today],
  );
  return found.rows[0];
}

/** Ends the post by its date and remembers why. */
export async function insertEnding(
  sql: PoolClient,
  ending: Pick<PostEnding, "fromDay" | "reason" | "decision" | "successorId"> & {
    readonly postId: number;
    readonly recordedBy: number;
  },
  at: Instant,
): Promise<void> {
  await sql.query("update organisation.post set valid_to = $2 where id = $1", [ending.postId, ending.fromDay]);
  await sql.query(
    `insert into organisation.post_ending (post_id, from_day, reason, decision, successor_id, recorded_by, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      ending.postId,
      ending.fromDay,
      ending.reason,
      ending.decision,
      ending.successorId,
      ending.recordedBy,
      toIso(at),
    ],
  );
}
