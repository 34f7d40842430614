import type { PoolClient } from "pg";
import { type Instant, toIso } from "../../kernel/time.ts";

/** What an officer is told: about their absence, about acting for somebody, about a post. */
export type StaffNoticeKind =
  | "absent"
  | "deputy"
  | "absence-ended"
  | "post-ends"
  | "successor"
  | "post-begins";

export type NewStaffNotice = {
  readonly officerId: number;
  readonly kind: StaffNoticeKind;
  readonly absenceId?: number;
  readonly postId?: number;
};

/** Tells officers something, in the transaction of what happened. */
export async function giveStaffNotices(
  sql: PoolClient,
  notices: readonly NewStaffNotice[],
  at: Instant,
): Promise<void> {
  await sql.query(
    `insert into organisation.staff_notice (officer_id, kind, absence_id, post_id, at)
     select n.*, $5::timestamptz from unnest($1::int[], $2::text[], $3::int[], $4::int[]) as n`,
    [
      notices.map((one) => one.officerId),
      notices.map((one) => one.kind),
      notices.map((one) => one.absenceId ?? null),
      notices.map((one) => one.postId ?? null),
      toIso(at),
    ],
  );
}
