import type { Pool } from "pg";

/** Usernames of the accounts of a demonstration by their officers, whatever posts these hold by now. */
export async function demoUsernames(pool: Pool): Promise<ReadonlyMap<number, string>> {
  const found = await pool.query<{ officerId: number; username: string }>(
    `select officer_id as "officerId", username from accounts.account where demo`,
  );
  return new Map(found.rows.map(({ officerId, username }) => [officerId, username]));
}
