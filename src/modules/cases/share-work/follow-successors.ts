import type { PoolClient } from "pg";

/** Where a unit shared its new work by load, each that took over a part goes on; an agency keeps its own way. */
export async function sharingFollowsSuccessors(
  sql: PoolClient,
  units: readonly {
    readonly from: number;
    readonly to: number;
    readonly how: "merge" | "split" | "dissolve";
  }[],
): Promise<void> {
  const lines = units.filter((unit) => unit.how !== "dissolve");
  await sql.query(
    `insert into cases.share_setting (unit_id, post_kind, automatic, set_by, set_at)
     select line.to_id, setting.post_kind, bool_or(setting.automatic), min(setting.set_by), max(setting.set_at)
     from unnest($1::int[], $2::int[]) as line (from_id, to_id)
     join cases.share_setting as setting on setting.unit_id = line.from_id
     group by line.to_id, setting.post_kind
     on conflict do nothing`,
    [lines.map((unit) => unit.from), lines.map((unit) => unit.to)],
  );
}
