import type { Pool } from "pg";
import { type Instant, type LocalDate, toIso } from "../../kernel/time.ts";
import type { StaffNoticeKind } from "./staff-notice-store.ts";

/** How many notices each officer has not read. */
export async function unreadNotices(pool: Pool): Promise<ReadonlyMap<number, number>> {
  const found = await pool.query<{ officer_id: number; n: number }>(
    "select officer_id, count(*)::int as n from organisation.staff_notice where read_at is null group by officer_id",
  );
  return new Map(found.rows.map((row) => [row.officer_id, row.n]));
}

/** A notice with what it speaks of. */
export type StaffNotice = {
  readonly id: number;
  readonly kind: StaffNoticeKind;
  readonly at: Instant;
  readonly absentId: number | null;
  readonly fromDay: LocalDate | null;
  readonly toDay: LocalDate | null;
  readonly postOfficerId: number | null;
  readonly postTitle: string | null;
  readonly postUnitId: number | null;
  readonly postFrom: LocalDate | null;
  readonly postTo: LocalDate | null;
};

/** What an officer has not read, newest first. */
export async function staffNoticesFor(pool: Pool, officerId: number): Promise<readonly StaffNotice[]> {
  const found = await pool.query<StaffNotice>(
    `select n.id, n.kind, n.at, a.officer_id as "absentId", a.from_day as "fromDay", a.to_day as "toDay",
       p.officer_id as "postOfficerId", p.title as "postTitle", p.unit_id as "postUnitId",
       p.valid_from as "postFrom", p.valid_to as "postTo"
     from organisation.staff_notice n
     left join organisation.absence a on a.id = n.absence_id
     left join organisation.post p on p.id = n.post_id
     where n.officer_id = $1 and n.read_at is null order by n.id desc limit 50`,
    [officerId],
  );
  return found.rows;
}

/** The officer has read all their notices up to one. */
export async function markStaffNoticesRead(
  pool: Pool,
  officerId: number,
  upTo: number,
  at: Instant,
): Promise<void> {
  await pool.query(
    `update organisation.staff_notice set read_at = $3
     where officer_id = $1 and id <= $2 and read_at is null`,
    [officerId, upTo, toIso(at)],
  );
}
