import type { PoolClient } from "pg";
import type { Instant } from "../kernel/time.ts";
import { createAccounts } from "../modules/accounts/index.ts";
import { DEMO_PASSWORD } from "./demo-accounts.ts";

/** Gives each seeded officer a demo account; `officerIds` by username. */
export function seedAccounts(
  sql: PoolClient,
  officerIds: ReadonlyMap<string, number>,
  now: Instant,
): Promise<number> {
  const accounts = [...officerIds].map(([username, officerId]) => ({
    officerId,
    username,
    password: DEMO_PASSWORD,
  }));
  return createAccounts(sql, accounts, { now, demo: true });
}
