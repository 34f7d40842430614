import type { PoolClient } from "pg";
import { type Instant, toIso } from "../../../kernel/time.ts";

/** A unit that was taken over, by whom, and how it ended. */
type TakenOver = { readonly from: number; readonly to: number; readonly how: "merge" | "split" | "dissolve" };

/**
 * Tokens of systems that act for a unit which was merged go on for the unit that took over. Those of a unit that was
 * split or dissolved are taken back: for which part, or whether for the agency at all, somebody must say anew.
 */
export async function tokensFollowSuccessors(
  sql: PoolClient,
  units: readonly TakenOver[],
  now: Instant,
): Promise<void> {
  const merged = units.filter((unit) => unit.how === "merge");
  await sql.query(
    `update accounts.system_token as token set unit_id = line.to_id
     from unnest($1::int[], $2::int[]) as line (from_id, to_id) where token.unit_id = line.from_id`,
    [merged.map((unit) => unit.from), merged.map((unit) => unit.to)],
  );
  await sql.query(
    "update accounts.system_token set revoked_at = $2 where unit_id = any ($1::int[]) and revoked_at is null",
    [units.filter((unit) => unit.how !== "merge").map((unit) => unit.from), toIso(now)],
  );
}
