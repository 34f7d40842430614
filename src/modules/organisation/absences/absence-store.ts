import type { PoolClient } from "pg";
import { type Instant, type LocalDate, toIso } from "../../../kernel/time.ts";
import type { RecordedAbsence } from "./absences.query.ts";

/** Locks these officers, so that two absences that concern one of them are judged one after the other. */
export async function lockOfficers(sql: PoolClient, ids: readonly number[]): Promise<void> {
  await sql.query("select 1 from organisation.officer where id = any ($1::int[]) order by id for update", [
    ids,
  ]);
}

export async function insertAbsence(
  sql: PoolClient,
  absence: Omit<RecordedAbsence, "id">,
  at: Instant,
): Promise<number> {
  const { officerId, fromDay, toDay, reason, decision, recordedBy, deputies } = absence;
  const added = await sql.query<{ id: number }>(
    `insert into organisation.absence (officer_id, from_day, to_day, reason, decision, recorded_by, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7) returning id`,
    [officerId, fromDay, toDay, reason, decision, recordedBy, toIso(at)],
  );
  const id = added.rows[0]?.id ?? 0;
  await sql.query(
    `insert into organisation.delegation (absence_id, unit_id, post_kind, deputy_id)
     select $1, d.* from unnest($2::int[], $3::text[], $4::int[]) as d`,
    [
      id,
      deputies.map((one) => one.unitId),
      deputies.map((one) => one.kind),
      deputies.map((one) => one.deputyId),
    ],
  );
  return id;
}

/** From a day on an officer acts for nobody any more, in whatever is recorded now. */
export async function endDelegationsTo(sql: PoolClient, deputyId: number, from: LocalDate): Promise<void> {
  await sql.query(
    `update organisation.delegation as lent set until = $2 from organisation.absence as absence
     where absence.id = lent.absence_id and absence.ended_at is null and absence.to_day >= $2
       and lent.deputy_id = $1 and (lent.until is null or lent.until > $2)`,
    [deputyId, from],
  );
}

/** Ends an absence now; false where it was over already. */
export async function endAbsenceRow(
  sql: PoolClient,
  id: number,
  by: number | null,
  at: Instant,
): Promise<boolean> {
  const ended = await sql.query(
    "update organisation.absence set ended_at = $2, ended_by = $3 where id = $1 and ended_at is null",
    [id, toIso(at), by],
  );
  return ended.rowCount === 1;
}
