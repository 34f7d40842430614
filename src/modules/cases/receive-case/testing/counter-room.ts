import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance, LightMyRequestResponse } from "fastify";
import { testClock } from "../../../../../test/harness/clock.ts";
import { type TestDatabase, testDatabase } from "../../../../../test/harness/database.ts";
import { assetRoutes } from "../../../../asset-routes.ts";
import { makeErrorPage } from "../../../../error-page.tsx";
import { makeFrame } from "../../../../frame.tsx";
import { vietnamCalendar } from "../../../../kernel/vietnam-calendar.ts";
import type { SettableClock } from "../../../../platform/clock.ts";
import { FileStore } from "../../../../platform/files.ts";
import { SESSION_COOKIE } from "../../../../platform/http/access.ts";
import { buildServer } from "../../../../platform/http/server.ts";
import { createLog } from "../../../../platform/log.ts";
import { provinceName } from "../../../../province-name.ts";
import { assetPaths, loadAssets } from "../../../../ui/assets.ts";
import { findProcedure, searchProcedures } from "../../../catalogue/index.ts";
import { type Directory, loadDirectory, officerFacts } from "../../../organisation/index.ts";
import { ProcessLibrary } from "../../../processes/index.ts";
import type { CasesDeps } from "../../cases-deps.ts";
import { casesRoutes } from "../../cases-routes.ts";
import { publishTestProcedures } from "./test-procedures.ts";

/** The people of the tests, as the seed knows them; the token of a session is the username. */
export const DESK_PLEIKU = "thuy.kt.pleiku";
export const DESK_QUY_NHON = "anh.dtl.quynhon";
export const DESK_PROVINCE = "an.nv.motcua";
export const SPECIALIST_PLEIKU = "nam.nh.pleiku";
export const LEADER_PLEIKU = "trung.vt.pleiku";

/** What a form sends: texts, several texts of one name, files. */
export type Fields = Readonly<Record<string, string | readonly string[] | File>>;

export type CounterRoom = {
  readonly app: FastifyInstance;
  readonly db: TestDatabase;
  readonly clock: SettableClock;
  readonly deps: CasesDeps;
  readonly directory: Directory;
  get(username: string, url: string): Promise<LightMyRequestResponse>;
  /** Sends a multipart form with the CSRF token of the session. */
  post(username: string, url: string, fields: Fields): Promise<LightMyRequestResponse>;
  close(): Promise<void>;
};

/** The cases room as composed: real server, database, province, catalogue, processes and frame; a clock to move. */
export async function counterRoom(): Promise<CounterRoom> {
  const db = await testDatabase();
  const clock = testClock();
  const dataDir = await mkdtemp(join(tmpdir(), "motcua-counter-"));
  const { database } = db;
  const sql = await database.pool.connect();
  await publishTestProcedures(sql, clock.read());
  sql.release();
  const directory = await loadDirectory(database, clock.read);
  const accounts = await db.ownerPool.query<{ username: string; officer_id: number }>(
    "select username, officer_id from accounts.account",
  );
  const ids = new Map(accounts.rows.map((row) => [row.username, row.officer_id]));
  const assets = loadAssets();
  const province = () => provinceName(directory);
  const { app } = await buildServer({
    clock: clock.read,
    log: createLog("silent"),
    sessions: {
      findSession: async (token) => {
        const id = ids.get(token);
        const facts = id === undefined ? undefined : officerFacts(directory, id);
        if (id === undefined || facts === undefined) return undefined;
        return {
          actor: { kind: "officer", id, name: facts.name, posts: facts.posts },
          csrfToken: `csrf-${token}`,
          secondFactorPending: false,
          username: token,
          place: facts.place,
        };
      },
      findSystem: async () => undefined,
    },
    errorPage: makeErrorPage(assetPaths(assets), province),
    secure: false,
    limits: { anonymousPerMinute: 1_000_000, sessionPerMinute: 1_000_000 },
  });
  const calendar = vietnamCalendar();
  const library = new ProcessLibrary(database);
  const deps: CasesDeps = {
    database,
    clock: clock.read,
    directory,
    files: new FileStore(dataDir, database),
    calendarOf: () => calendar,
    casesToSign: async () => new Set(),
    calendarVersion: async () => calendar,
    process: async (id) => {
      const found = await library.findProcess(id);
      if (found === undefined) throw new Error(`no process ${id}`);
      return found.definition;
    },
    processFor: (code, variant, on) => library.processForProcedure(code, variant, on),
    procedureInForce: (code) => findProcedure(database, code),
    searchProcedures: async (q, options) => (await searchProcedures(database, { q, ...options })).items,
    trackingKey: Buffer.alloc(32, 7),
    publicUrl: () => "https://motcua.test",
    frame: makeFrame({ app, assets: assetPaths(assets), province, counts: async () => ({}) }),
  };
  assetRoutes(app, assets);
  casesRoutes(app, deps);
  await app.ready();
  return {
    app,
    db,
    clock,
    deps,
    directory,
    get: (username, url) => app.inject({ url, cookies: { [SESSION_COOKIE]: username } }),
    post: async (username, url, fields) => {
      const { type, payload } = await multipart({ _csrf: `csrf-${username}`, ...fields });
      return app.inject({
        method: "POST",
        url,
        cookies: { [SESSION_COOKIE]: username },
        headers: { "content-type": type },
        payload,
      });
    },
    close: async () => {
      await app.close();
      await db.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function multipart(fields: Fields): Promise<{ readonly type: string; readonly payload: Buffer }> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (value instanceof File) form.append(name, value, value.name);
    else for (const text of [value].flat()) form.append(name, text);
  }
  const body = new Response(form);
  const type = body.headers.get("content-type") ?? "";
  return { type, payload: Buffer.from(await body.arrayBuffer()) };
}
