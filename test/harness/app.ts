import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { InjectOptions, LightMyRequestResponse } from "fastify";
import { type App, composeApp } from "../../src/app.ts";
import { DAY_MS, toIso } from "../../src/kernel/time.ts";
import type { SettableClock } from "../../src/platform/clock.ts";
import { SESSION_COOKIE } from "../../src/platform/http/access.ts";
import { createLog } from "../../src/platform/log.ts";
import { testClock } from "./clock.ts";
import { type TestDatabase, testDatabase } from "./database.ts";

/** A signed-in officer's browser: spread `cookies` into inject, send `csrf` as field `_csrf` or header x-csrf-token. */
export type SignedIn = {
  readonly officerId: number;
  readonly cookies: Readonly<Record<string, string>>;
  readonly csrf: string;
};

export type TestApp = App & {
  readonly db: TestDatabase;
  readonly clock: SettableClock;
  /** Where files lie; removed by `close`. */
  readonly dataDir: string;
  inject(request: string | InjectOptions): Promise<LightMyRequestResponse>;
  /** A new session for a seeded username such as "an.nv.motcua", password and second factor behind it. */
  signedIn(username: string): Promise<SignedIn>;
  /** Sends a form as the officer's own page would. */
  post(
    as: SignedIn,
    url: string,
    fields: Readonly<Record<string, string | readonly string[]>>,
  ): Promise<LightMyRequestResponse>;
  close(): Promise<void>;
};

/** The whole program on a database of its own, with a clock that the test moves and without limits in its way. */
export async function testApp(
  options: { readonly clock?: SettableClock; readonly fewCases?: number } = {},
): Promise<TestApp> {
  const clock = options.clock ?? testClock();
  const db = await testDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), "motcua-test-"));
  const composed = await composeApp({
    config: { dataDir, secureCookies: false, publicUrl: "https://motcua.test" },
    database: db.database,
    clock: clock.read,
    log: createLog("silent"),
    limits: { anonymousPerMinute: 1_000_000, sessionPerMinute: 1_000_000 },
    ...(options.fewCases === undefined ? {} : { fewCases: options.fewCases }),
  });
  await composed.app.ready();
  const inject = async (request: string | InjectOptions) => composed.app.inject(request);
  return {
    ...composed,
    db,
    clock,
    dataDir,
    inject,
    signedIn: (username) => openSession(db, clock, username),
    post: (as, url, fields) =>
      inject({
        method: "POST",
        url,
        cookies: { ...as.cookies },
        headers: { "content-type": "application/x-www-form-urlencoded" },
        payload: formBody({ _csrf: as.csrf, ...fields }),
      }),
    close: async () => {
      await composed.app.close();
      await db.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** The row that signing in would write, without the cost of a password. */
async function openSession(db: TestDatabase, clock: SettableClock, username: string): Promise<SignedIn> {
  const token = randomBytes(32).toString("base64url");
  const csrf = randomBytes(32).toString("base64url");
  const now = clock.read();
  const opened = await db.ownerPool.query<{ officer_id: number }>(
    `insert into accounts.session (token_hash, officer_id, csrf_token, created_at, last_seen_at, expires_at)
     select $1, officer_id, $2, $3, $3, $4 from accounts.account where username = $5 returning officer_id`,
    [createHash("sha256").update(token).digest(), csrf, toIso(now), toIso(now + DAY_MS), username],
  );
  const officerId = opened.rows[0]?.officer_id;
  if (officerId === undefined) throw new Error(`the seed has no account ${username}`);
  return { officerId, csrf, cookies: { [SESSION_COOKIE]: token } };
}

function formBody(fields: Readonly<Record<string, string | readonly string[]>>): string {
  const body = new URLSearchParams();
  for (const [name, values] of Object.entries(fields))
    for (const value of [values].flat()) body.append(name, value);
  return body.toString();
}
