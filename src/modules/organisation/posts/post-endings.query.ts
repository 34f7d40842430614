import type { Pool } from "pg";
import type { Instant, LocalDate } from "../../../kernel/time.ts";
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
