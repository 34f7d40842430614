import type { Pool, PoolClient } from "pg";
import type { LocalDate } from "../../../kernel/time.ts";
import type { PostKind } from "../../../platform/permission.ts";
import type { Absence } from "../domain/absence.ts";

/** An absence as it was recorded. */
export type RecordedAbsence = Absence<PostKind> & {
  readonly reason: string;
  readonly decision: string | null;
  readonly recordedBy: number | null;
};

const ROWS = `select a.id, a.officer_id as "officerId", a.from_day as "fromDay", a.to_day as "toDay", a.reason, a.decision,
    a.recorded_by as "recordedBy",
    coalesce(json_agg(json_build_object('unitId', d.unit_id, 'kind', d.post_kind, 'deputyId', d.deputy_id, 'until', d.until)
      order by d.unit_id, d.post_kind) filter (where d.absence_id is not null), '[]') as deputies
  from organisation.absence a left join organisation.delegation d on d.absence_id = a.id`;

/** Absences that cover a day or begin after it and were not called off. */
export async function loadAbsences(
  db: Pool | PoolClient,
  on: LocalDate,
): Promise<readonly RecordedAbsence[]> {
  const found = await db.query<RecordedAbsence>(
    `${ROWS} where a.ended_at is null and a.to_day >= $1 group by a.id order by a.from_day, a.id`,
    [on],
  );
  return found.rows;
}
