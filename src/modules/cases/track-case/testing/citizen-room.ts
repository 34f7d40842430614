import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance, LightMyRequestResponse } from "fastify";
import { type TestDatabase, testDatabase } from "../../../../../test/harness/database.ts";
import { assetRoutes } from "../../../../asset-routes.ts";
import { makeErrorPage } from "../../../../error-page.tsx";
import { makeFrame } from "../../../../frame.tsx";
import { uuidv7 } from "../../../../kernel/ids.ts";
import type { Result } from "../../../../kernel/result.ts";
import { type Instant, instantOf } from "../../../../kernel/time.ts";
import { vietnamCalendar } from "../../../../kernel/vietnam-calendar.ts";
import { FileStore } from "../../../../platform/files.ts";
import { SESSION_COOKIE } from "../../../../platform/http/access.ts";
import { buildServer } from "../../../../platform/http/server.ts";
import { createLog } from "../../../../platform/log.ts";
import { installationSecret } from "../../../../platform/secret.ts";
import { provinceName } from "../../../../province-name.ts";
import { type Assets, assetPaths, loadAssets } from "../../../../ui/assets.ts";
import { loadDirectory, officerFacts } from "../../../organisation/index.ts";
import { runCaseVerb } from "../../case-command.ts";
import type { CasesDeps } from "../../cases-deps.ts";
import type { CaseState } from "../../domain/case-state.ts";
import { explainPages } from "../../explain-deadline/explain-deadline.page.tsx";
import { onTimePages } from "../../on-time-report/on-time-report.page.tsx";
import { rateCasePages } from "../../rate-case/rate-case.page.tsx";
import { receiveCase } from "../../receive-case/receive-case.ts";
import { ReceiveCase } from "../../receive-case/receive-input.ts";
import { trackingWord } from "../../tracking-word.ts";
import type { CaseVerb } from "../../verb.ts";
import { trackCasePages } from "../track-case.page.tsx";
import { PROCEDURES, type TestProcedure, testProcess } from "./test-procedures.ts";

export type CitizenRoom = {
  readonly app: FastifyInstance;
  readonly db: TestDatabase;
  /** Stands still until it is moved; may go back, since each case of a test is a story of its own. */
  readonly clock: MovableClock;
  readonly deps: CasesDeps;
  readonly assets: Assets;
  /** Procedures can be added while a test runs. */
  readonly procedures: Map<string, TestProcedure>;
  unitId(code: string): number;
  /** The username of somebody at the desk of a unit. */
  deskOf(unitCode: string): string;
  actor(username: string): {
    readonly kind: "officer";
    readonly id: number;
    readonly name: string;
    readonly posts: NonNullable<ReturnType<typeof officerFacts>>["posts"];
  };
  /** Receives a case at the desk of phường Pleiku unless the input says otherwise. */
  receive(input?: Partial<Record<keyof ReceiveCase, unknown>>, username?: string): Promise<CaseState>;
  /** The input of such a case, not received yet. */
  receiveInput(input?: Partial<Record<keyof ReceiveCase, unknown>>): ReceiveCase;
  /** Requests per minute by route, where a route names them. */
  readonly limits: ReadonlyMap<string, number>;
  /** Runs a verb as an officer; throws with the word when it is refused. */
  does<Input>(username: string, verb: CaseVerb<Input>, caseId: string, input: unknown): Promise<CaseState>;
  /** The address of the QR code, without the host. */
  qr(state: CaseState, rest?: string): string;
  word(state: CaseState): string;
  get(url: string, username?: string): Promise<LightMyRequestResponse>;
  post(url: string, fields: Readonly<Record<string, string>>): Promise<LightMyRequestResponse>;
  close(): Promise<void>;
};

type MovableClock = { read(): Instant; moveTo(instant: Instant): void };

function movableClock(start: Instant): MovableClock {
  let now = start;
  return {
    read: () => now,
    moveTo: (instant) => {
      now = instant;
    },
  };
}

/** The citizen's pages on the real server, database, province and frame, with a clock that the test moves. */
export async function citizenRoom(): Promise<CitizenRoom> {
  const db = await testDatabase();
  const clock = movableClock(instantOf("2026-11-23", 9 * 60));
  const dataDir = await mkdtemp(join(tmpdir(), "motcua-citizen-"));
  const directory = await loadDirectory(db.database, clock.read);
  const assets = loadAssets();
  const province = () => provinceName(directory);
  const officers = await officersByUsername(db);
  const actor: CitizenRoom["actor"] = (username) => {
    const id = officers.get(username);
    const facts = id === undefined ? undefined : officerFacts(directory, id);
    if (id === undefined || facts === undefined) throw new Error(`the seed has no officer ${username}`);
    return { kind: "officer", id, name: facts.name, posts: facts.posts };
  };

  const { app } = await buildServer({
    clock: clock.read,
    log: createLog("silent"),
    sessions: {
      findSession: async (token) => ({
        actor: actor(token),
        csrfToken: `csrf-${token}`,
        secondFactorPending: false,
        username: token,
        place: "",
      }),
      findSystem: async () => undefined,
    },
    errorPage: makeErrorPage(assetPaths(assets), province),
    secure: false,
    limits: { anonymousPerMinute: 1_000_000, sessionPerMinute: 1_000_000 },
  });
  const calendar = vietnamCalendar();
  const procedures = new Map(PROCEDURES.map((procedure) => [procedure.content.code, procedure]));
  const deps: CasesDeps = {
    database: db.database,
    clock: clock.read,
    directory,
    files: new FileStore(dataDir, db.database),
    calendarOf: () => calendar,
    casesToSign: async () => new Set(),
    calendarVersion: async () => calendar,
    process: async () => testProcess,
    processFor: async () => ({ id: 1, definition: testProcess }),
    procedureInForce: async (code) => procedures.get(code),
    searchProcedures: async () => [],
    trackingKey: await installationSecret(db.database, "tracking"),
    publicUrl: () => "https://motcua.test",
    frame: makeFrame({ app, assets: assetPaths(assets), province, counts: async () => ({}) }),
  };
  const limits = new Map<string, number>();
  app.addHook("onRoute", ({ url, config }) => {
    if (config?.perMinute !== undefined) limits.set(url, config.perMinute);
  });
  assetRoutes(app, assets);
  trackCasePages(app, deps);
  explainPages(app, deps);
  rateCasePages(app, deps);
  onTimePages(app, deps);
  await app.ready();

  const unitId = (code: string) => directory.unitByCode(code)?.id ?? missing(code);
  const word = (state: CaseState) => trackingWord(deps.trackingKey, state.id).printed;
  const receiveInput: CitizenRoom["receiveInput"] = (input = {}) =>
    ReceiveCase.parse({
      caseId: uuidv7(clock.read(), randomBytes(10)),
      procedureCode: "9.000001",
      receivingUnitId: unitId("H21.106.01"),
      decidingUnitId: unitId("H21.106"),
      applicantName: "Nguyễn Thị Lụa",
      applicantNumber: "064185004321",
      applicantBirthDate: "03/02/1985",
      applicantAddress: "12 Trần Phú, phường Pleiku",
      applicantPhone: "0905123456",
      applicantEmail: "lua@example.vn",
      papers: [{ name: "Tờ khai", form: "original" }],
      ...input,
    });
  const deskOf = (unitCode: string) => {
    const [officer] = directory.officersIn(unitId(unitCode), "desk-officer");
    const found = [...officers].find(([, id]) => id === officer?.officerId);
    return found?.[0] ?? missing(`${unitCode} with a desk officer`);
  };
  return {
    app,
    deskOf,
    db,
    clock,
    deps,
    assets,
    procedures,
    unitId,
    actor,
    word,
    qr: (state, rest = "") => `/track/${state.code}${rest}?w=${word(state)}`,
    limits,
    receiveInput,
    receive: async (input = {}, username = "thuy.kt.pleiku") =>
      value(await receiveCase(deps, actor(username), receiveInput(input))),
    does: async (username, verb, caseId, input) =>
      value(await runCaseVerb(deps, actor(username), verb, { caseId }, verb.input.parse(input))),
    get: (url, username) =>
      app.inject({ url, ...(username === undefined ? {} : { cookies: { [SESSION_COOKIE]: username } }) }),
    post: (url, fields) =>
      app.inject({
        method: "POST",
        url,
        headers: { "content-type": "application/x-www-form-urlencoded" },
        payload: new URLSearchParams(fields).toString(),
      }),
    close: async () => {
      await app.close();
      await db.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function officersByUsername(db: TestDatabase): Promise<ReadonlyMap<string, number>> {
  const found = await db.ownerPool.query<{ username: string; officer_id: number }>(
    "select username, officer_id from accounts.account",
  );
  return new Map(found.rows.map((row) => [row.username, row.officer_id]));
}

function value<T>(result: Result<T, string>): T {
  if (result.ok) return result.value;
  throw new Error(`refused: ${result.refusal}`);
}

function missing(code: string): never {
  throw new Error(`the seed has no unit ${code}`);
}
