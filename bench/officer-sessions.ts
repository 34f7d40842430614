import { createHash, randomBytes } from "node:crypto";
import type { Pool } from "pg";
import { DAY_MS, toIso } from "../src/kernel/time.ts";
import { systemClock } from "../src/platform/clock.ts";
import { SESSION_COOKIE } from "../src/platform/http/access.ts";

/** Header lines of a signed-in officer's requests. */
export type OfficerSession = { readonly officerId: number; readonly headers: string };

/** Opens a session for every account, as signing in would leave it, without the cost of the passwords. */
export async function openSessions(owner: Pool): Promise<ReadonlyMap<number, OfficerSession>> {
  const accounts = await owner.query<{ officer_id: number }>(
    "select officer_id from accounts.account where disabled_at is null",
  );
  const now = systemClock();
  const opened = accounts.rows.map(({ officer_id }) => ({
    officerId: officer_id,
    token: randomBytes(32).toString("base64url"),
    csrf: randomBytes(32).toString("base64url"),
  }));
  await owner.query(
    `insert into accounts.session (token_hash, officer_id, csrf_token, created_at, last_seen_at, expires_at)
     select token_hash, officer_id, csrf, $4, $4, $5 from unnest($1::bytea[], $2::int[], $3::text[])
       as given (token_hash, officer_id, csrf)`,
    [
      opened.map(({ token }) => createHash("sha256").update(token).digest()),
      opened.map(({ officerId }) => officerId),
      opened.map(({ csrf }) => csrf),
      toIso(now),
      toIso(now + DAY_MS / 2),
    ],
  );
  return new Map(
    opened.map(({ officerId, token, csrf }) => [
      officerId,
      { officerId, headers: `cookie: ${SESSION_COOKIE}=${token}\r\nx-csrf-token: ${csrf}\r\n` },
    ]),
  );
}
