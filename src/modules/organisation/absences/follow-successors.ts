import type { PoolClient } from "pg";

/** A deputy of somebody whose unit was taken over goes on acting instead, in the unit that took over. */
export async function delegationsFollowSuccessors(
  sql: PoolClient,
  units: readonly { readonly from: number; readonly to: number }[],
): Promise<void> {
  await sql.query(
    `insert into organisation.delegation (absence_id, unit_id, post_kind, deputy_id)
     select given.absence_id, line.to_id, given.post_kind, given.deputy_id
     from unnest($1::int[], $2::int[]) as line (from_id, to_id)
     join organisation.delegation as given on given.unit_id = line.from_id
     join organisation.absence as absence on absence.id = given.absence_id and absence.ended_at is null
     on conflict do nothing`,
    [units.map((unit) => unit.from), units.map((unit) => unit.to)],
  );
}
