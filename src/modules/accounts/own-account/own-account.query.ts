import type { Instant } from "../../../kernel/time.ts";
import { type Database, tablesOf } from "../../../platform/database.ts";
import { type AccountsTables, at } from "../accounts-tables.ts";
import { IDLE_MS } from "../domain/session-life.ts";
import { tokenHash } from "../secret-token.ts";

/** What an officer sees of their own account. */
export type OwnAccount = {
  readonly username: string;
  readonly passwordChangedAt: Instant;
  readonly secondFactorSince: Instant | undefined;
  readonly sessions: readonly OwnSession[];
};
export type OwnSession = {
  readonly id: string;
  readonly begunAt: Instant;
  readonly lastSeenAt: Instant;
  readonly userAgent: string | undefined;
  /** The one that asks. */
  readonly present: boolean;
};

/** The account of an officer with its living sessions, the latest first. */
export async function ownAccount(
  database: Database,
  officerId: number,
  token: string,
  now: Instant,
): Promise<OwnAccount> {
  const db = tablesOf<AccountsTables>(database);
  const account = await db
    .selectFrom("accounts.account")
    .select(["username", "password_changed_at", "totp_confirmed_at"])
    .where("officer_id", "=", officerId)
    .executeTakeFirstOrThrow();
  const sessions = await db
    .selectFrom("accounts.session")
    .select(["token_hash", "created_at", "last_seen_at", "user_agent"])
    .where("officer_id", "=", officerId)
    .where("expires_at", ">", at(now))
    .where("last_seen_at", ">", at(now - IDLE_MS))
    .orderBy("last_seen_at", "desc")
    .limit(100)
    .execute();
  const present = tokenHash(token);
  return {
    username: account.username,
    passwordChangedAt: account.password_changed_at,
    secondFactorSince: account.totp_confirmed_at ?? undefined,
    sessions: sessions.map((row) => ({
      id: row.token_hash.toString("hex"),
      begunAt: row.created_at,
      lastSeenAt: row.last_seen_at,
      userAgent: row.user_agent ?? undefined,
      present: row.token_hash.equals(present),
    })),
  };
}
