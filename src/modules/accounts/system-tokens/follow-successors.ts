import type { PoolClient } from "pg";

/** Tokens of systems that act for a unit which ended go on for the unit that took over. */
export async function tokensFollowSuccessors(
  sql: PoolClient,
  units: readonly { readonly from: number; readonly to: number }[],
): Promise<void> {
  await sql.query(
    `update accounts.system_token as token set unit_id = line.to_id
     from unnest($1::int[], $2::int[]) as line (from_id, to_id) where token.unit_id = line.from_id`,
    [units.map((unit) => unit.from), units.map((unit) => unit.to)],
  );
}
