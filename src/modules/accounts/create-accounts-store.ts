import type { Pool, PoolClient } from "pg";
import { type Instant, toIso } from "../../kernel/time.ts";
import { plainUsername } from "./account-store.ts";
import { hashPassword } from "./password-hash.ts";

export type NewAccount = { readonly officerId: number; readonly username: string; readonly password: string };

export type CreateAccountsOptions = {
  readonly now: Instant;
  /** The accounts of a demonstration, with a password that everybody knows. */
  readonly demo?: boolean;
  readonly mustChangePassword?: boolean;
};

/**
 * Creates accounts in one statement; officers who have one already, and usernames that are taken, are left alone.
 * A password that several share is hashed once, so that a seed of 700 costs one hash. Gives how many were new.
 */
export async function createAccounts(
  sql: Pool | PoolClient,
  accounts: readonly NewAccount[],
  options: CreateAccountsOptions,
): Promise<number> {
  const hashes = new Map<string, string>();
  for (const { password } of accounts) {
    if (!hashes.has(password)) hashes.set(password, await hashPassword(password));
  }
  const created = await sql.query(
    `insert into accounts.account
       (officer_id, username, password_hash, password_changed_at, must_change_password, demo)
     select given.officer_id, given.username, given.password_hash, $4, $5, $6
     from unnest($1::int[], $2::text[], $3::text[]) as given (officer_id, username, password_hash)
     on conflict do nothing`,
    [
      accounts.map((account) => account.officerId),
      accounts.map((account) => plainUsername(account.username)),
      accounts.map((account) => hashes.get(account.password)),
      toIso(options.now),
      options.mustChangePassword ?? false,
      options.demo ?? false,
    ],
  );
  return created.rowCount ?? 0;
}
