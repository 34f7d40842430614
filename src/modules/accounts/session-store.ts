import { type Instant, toIso } from "../../kernel/time.ts";
import { type AccountsDb, at } from "./accounts-tables.ts";
import { expiryOf, IDLE_MS } from "./domain/session-life.ts";
import { newToken, tokenHash } from "./secret-token.ts";

export type NewSession = {
  readonly officerId: number;
  readonly secondFactorPending: boolean;
  readonly userAgent: string | undefined;
};

/** Opens a session with a new token, which is given back and nowhere stored. */
export async function openSession(db: AccountsDb, session: NewSession, now: Instant): Promise<string> {
  const token = newToken();
  await db
    .insertInto("accounts.session")
    .values({
      token_hash: tokenHash(token),
      officer_id: session.officerId,
      csrf_token: newToken(),
      created_at: toIso(now),
      last_seen_at: toIso(now),
      expires_at: toIso(expiryOf(now, session.secondFactorPending)),
      second_factor_pending: session.secondFactorPending,
      user_agent: session.userAgent?.slice(0, 300) ?? null,
    })
    .execute();
  return token;
}

/** Ends the session of a token; true if there was one. */
export async function endSession(db: AccountsDb, token: string): Promise<boolean> {
  const done = await db
    .deleteFrom("accounts.session")
    .where("token_hash", "=", tokenHash(token))
    .executeTakeFirst();
  return done.numDeletedRows > 0n;
}

/** Ends one of an officer's own sessions by its public id; false if it is not theirs or not there. */
export async function endOwnSession(db: AccountsDb, officerId: number, id: string): Promise<boolean> {
  const done = await db
    .deleteFrom("accounts.session")
    .where("officer_id", "=", officerId)
    .where("token_hash", "=", Buffer.from(id, "hex"))
    .executeTakeFirst();
  return done.numDeletedRows > 0n;
}

/** Ends all sessions of an officer but the one of the token, or all. Gives how many. */
export async function endSessionsOf(
  db: AccountsDb,
  officerId: number,
  exceptToken?: string,
): Promise<number> {
  let doomed = db.deleteFrom("accounts.session").where("officer_id", "=", officerId);
  if (exceptToken !== undefined) doomed = doomed.where("token_hash", "!=", tokenHash(exceptToken));
  return Number((await doomed.executeTakeFirst()).numDeletedRows);
}

/** Deletes sessions that no longer open anything; for the daily job. */
export async function forgetOldSessions(db: AccountsDb, now: Instant): Promise<void> {
  await db
    .deleteFrom("accounts.session")
    .where((where) =>
      where.or([where("expires_at", "<=", at(now)), where("last_seen_at", "<=", at(now - IDLE_MS))]),
    )
    .execute();
}
