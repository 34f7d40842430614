import type { PoolClient } from "pg";
import type { Database } from "../../../platform/database.ts";

/**
 * Does the work unless somebody else is at it; undefined where somebody is. The lock ends with its connection, so that a
 * killed process leaves none behind.
 * @param lock any number, another for each kind of work.
 */
export async function alone<T>(
  database: Database,
  lock: number,
  work: () => Promise<T>,
): Promise<T | undefined> {
  return withClient(database, async (client) => {
    const found = await client.query<{ got: boolean }>("select pg_try_advisory_lock($1) as got", [lock]);
    if (found.rows[0]?.got !== true) return undefined;
    try {
      return await work();
    } finally {
      await client.query("select pg_advisory_unlock($1)", [lock]);
    }
  });
}

/** Lends a connection of those that may be held. */
export async function withClient<T>(
  { aside }: Database,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await aside.connect();
  try {
    return await work(client);
  } finally {
    client.release();
  }
}
