import type { Pool, PoolClient } from "pg";
import { type Instant, type LocalDate, toIso } from "../../../kernel/time.ts";
import type { PostKind } from "../../../platform/permission.ts";
import type { PostEnding } from "./post-endings.query.ts";

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

/** The post that is to end, locked; of two rows for one post the one that lasts longer. Undefined where it is not held. */
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
     order by valid_to desc nulls first, id for update`,
    [officerId, unitId, kind, today],
  );
  return found.rows[0];
}

/** Ends the post by its date, in every row that says it is held, and remembers why; a later end is given up. */
export async function insertEnding(
  sql: PoolClient,
  ending: Pick<
    PostEnding,
    "officerId" | "unitId" | "kind" | "fromDay" | "reason" | "decision" | "successorId"
  > & {
    readonly postId: number;
    readonly recordedBy: number;
  },
  at: Instant,
): Promise<void> {
  await sql.query(
    `update organisation.post set valid_to = $4
     where officer_id = $1 and unit_id = $2 and kind = $3 and valid_from <= $4 and (valid_to is null or valid_to > $4)`,
    [ending.officerId, ending.unitId, ending.kind, ending.fromDay],
  );
  await sql.query(
    `insert into organisation.post_ending (post_id, from_day, reason, decision, successor_id, recorded_by, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (post_id) do update set from_day = excluded.from_day, reason = excluded.reason,
       decision = excluded.decision, successor_id = excluded.successor_id, recorded_by = excluded.recorded_by,
       recorded_at = excluded.recorded_at`,
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
