import { hash } from "@node-rs/argon2";
import type { PoolClient } from "pg";
import { type Instant, toIso } from "../kernel/time.ts";

/** The password of every DEMO account; printed at start, worthless anywhere else. */
export const DEMO_PASSWORD = "motcua-2026";

/** Gives each seeded officer a demo account under their staff code. */
export async function seedAccounts(sql: PoolClient, now: Instant): Promise<number> {
  // Argon2id by default. One hash for all: the password is public anyway, and hashing six hundred times would take half a minute.
  const passwordHash = await hash(DEMO_PASSWORD);
  const added = await sql.query(
    `insert into accounts.account (officer_id, username, password_hash, password_changed_at, demo)
     select id, staff_code, $1, $2, true from organisation.officer where staff_code is not null
     on conflict do nothing`,
    [passwordHash, toIso(now)],
  );
  return added.rowCount ?? 0;
}
