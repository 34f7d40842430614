import { type Instant, toIso } from "../../kernel/time.ts";
import type { Database } from "../../platform/database.ts";
import type { Permission } from "../../platform/permission.ts";

export type SessionRow = {
  readonly officer_id: number;
  readonly csrf_token: string;
  readonly last_seen_at: Instant;
  readonly expires_at: Instant;
  readonly second_factor_pending: boolean;
  readonly username: string;
  readonly must_change_password: boolean;
};

export type TokenRow = {
  readonly id: number;
  readonly name: string;
  readonly permissions: Permission[];
  readonly unit_id: number;
};

/** The session of a token's hash, whatever its age, unless its account is disabled. Asked by every request: prepared. */
export async function findSessionRow(database: Database, hash: Buffer): Promise<SessionRow | undefined> {
  const found = await database.pool.query<SessionRow>({
    name: "accounts.find-session",
    text: `select session.officer_id, session.csrf_token, session.last_seen_at, session.expires_at,
                  session.second_factor_pending, account.username, account.must_change_password
           from accounts.session session
           join accounts.account account on account.officer_id = session.officer_id
           where session.token_hash = $1 and account.disabled_at is null`,
    values: [hash],
  });
  return found.rows[0];
}

/** Notes the visit of a session. */
export async function touchSession(database: Database, hash: Buffer, now: Instant): Promise<void> {
  await database.pool.query({
    name: "accounts.touch-session",
    text: "update accounts.session set last_seen_at = $2 where token_hash = $1 and last_seen_at < $2",
    values: [hash, toIso(now)],
  });
}

/** The valid system token of a hash. */
export async function findTokenRow(
  database: Database,
  hash: Buffer,
  now: Instant,
): Promise<TokenRow | undefined> {
  const found = await database.pool.query<TokenRow>({
    name: "accounts.find-system",
    text: `select token.id, token.name, token.permissions, token.unit_id
           from accounts.system_token token
           where token.token_hash = $1 and token.revoked_at is null
             and (token.expires_at is null or token.expires_at > $2)`,
    values: [hash, toIso(now)],
  });
  return found.rows[0];
}
