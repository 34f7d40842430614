import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance, LightMyRequestResponse } from "fastify";
import { testClock } from "../../../../test/harness/clock.ts";
import { type TestDatabase, testDatabase } from "../../../../test/harness/database.ts";
import { assetRoutes } from "../../../asset-routes.ts";
import { makeErrorPage } from "../../../error-page.tsx";
import { makeFrame } from "../../../frame.tsx";
import { uuidv7 } from "../../../kernel/ids.ts";
import type { Result } from "../../../kernel/result.ts";
import type { SettableClock } from "../../../platform/clock.ts";
import { runCommand } from "../../../platform/command.ts";
import { FileStore } from "../../../platform/files.ts";
import { SESSION_COOKIE } from "../../../platform/http/access.ts";
import { buildServer } from "../../../platform/http/server.ts";
import { createLog } from "../../../platform/log.ts";
import type { Actor } from "../../../platform/permission.ts";
import { installationSecret } from "../../../platform/secret.ts";
import { provinceName } from "../../../province-name.ts";
import { assetPaths, loadAssets } from "../../../ui/assets.ts";
import {
  type Calendars,
  declareDays,
  loadCalendars,
  loadDirectory,
  officerFacts,
} from "../../organisation/index.ts";
import type { ProcessDefinition } from "../../processes/index.ts";
import { deadlineApi } from "../api/deadline.api.ts";
import { batchPage } from "../batch/batch.page.tsx";
import { runCaseVerb } from "../case-command.ts";
import { caseFilePage } from "../case-detail/case-file.page.ts";
import { caseScreenPage } from "../case-detail/case-screen.page.ts";
import type { CasesDeps } from "../cases-deps.ts";
import { doWithCasePages } from "../do-with-case/do-with-case.page.ts";
import type { CaseState } from "../domain/case-state.ts";
import type { CaseRefusal } from "../domain/refusal.ts";
import { explainPages } from "../explain-deadline/explain-deadline.page.tsx";
import { receiveCase } from "../receive-case/receive-case.ts";
import { ReceiveCase } from "../receive-case/receive-input.ts";
import { movedCasesPage } from "../recompute-deadlines/moved-cases.page.tsx";
import { registerOnline } from "../register-online/register-online.ts";
import { shareWorkPages } from "../share-work/share-work.page.tsx";
import { given } from "../verb.ts";
import { VERBS, type VerbName } from "../verbs.ts";
import { workQueuePage } from "../work-queue/work-queue.page.tsx";
import { workloadPage } from "../workload/workload.page.tsx";
import { BUILDING_PERMIT, DEPARTMENT_PROCESS } from "./test-matter.ts";

/** The people of the tests: the province's desk and the department of construction, as the seed knows them. */
export const PEOPLE = {
  desk: "an.nv.motcua",
  deskMate: "ha.ttt.motcua",
  deskLeader: "tuan.lq.motcua",
  specialist: "duc.pm.xaydung",
  otherSpecialist: "oanh.vtk.xaydung",
  divisionHead: "thanh.hc.xaydung",
  leader: "phuoc.dh.xaydung",
  clerk: "mai.bt.xaydung",
  /** Specialist of another department. */
  stranger: "diep.htn.tuphap",
  controller: "linh.ptk.vanphong",
  administrator: "quang.dn.quantri",
} as const;
export type Person = keyof typeof PEOPLE;

type Officer = Actor & { readonly kind: "officer" };
type Fields = Readonly<Record<string, string | readonly string[]>>;

/** Where a case lies after so many steps of the ordinary way. */
const PLACES = [
  "desk",
  "specialist",
  "drafted",
  "division-head",
  "leader",
  "clerk",
  "return",
  "returned",
] as const;
export type Place = (typeof PLACES)[number];

export type OfficerRoom = {
  readonly app: FastifyInstance;
  readonly db: TestDatabase;
  readonly clock: SettableClock;
  readonly deps: CasesDeps;
  readonly calendars: Calendars;
  /** Declares days for the province or for a unit by its code; the version it made. */
  /** Fields of the form of a declaration. */
  declare(fields: Readonly<Record<string, string>>): Promise<string>;
  actor(person: Person): Officer;
  unitId(code: string): number;
  /** Received at the province's desk for the department of construction. */
  receive(input?: Partial<Record<keyof ReceiveCase, unknown>>): Promise<CaseState>;
  /** Filed online for them, through another system. */
  file(): Promise<CaseState>;
  /** A new case, moved along the ordinary way by the people whose turn it is, until it has reached this place. */
  caseAt(place: Place, input?: Partial<Record<keyof ReceiveCase, unknown>>): Promise<CaseState>;
  run(
    person: Person,
    verb: VerbName,
    target: { readonly id: string; readonly version?: number; readonly step?: number },
    input?: unknown,
  ): Promise<Result<CaseState, CaseRefusal>>;
  get(person: Person | undefined, url: string): Promise<LightMyRequestResponse>;
  post(person: Person, url: string, fields: Fields): Promise<LightMyRequestResponse>;
  close(): Promise<void>;
};

/** The officers' pages on the real server, database, province and frame, with a clock that the test moves. */
export async function officerRoom(process: ProcessDefinition = DEPARTMENT_PROCESS): Promise<OfficerRoom> {
  const db = await testDatabase();
  const clock = testClock();
  const dataDir = await mkdtemp(join(tmpdir(), "motcua-officers-"));
  const directory = await loadDirectory(db.database, clock.read);
  const ids = await officerIds(db);
  const actorNamed = (username: string): Officer => {
    const id = ids.get(username);
    const facts = id === undefined ? undefined : officerFacts(directory, id);
    if (id === undefined || facts === undefined) throw new Error(`the seed has no officer ${username}`);
    return { kind: "officer", id, name: facts.name, posts: facts.posts };
  };
  const actor = (person: Person) => actorNamed(PEOPLE[person]);
  const assets = loadAssets();
  const province = () => provinceName(directory);
  const { app } = await buildServer({
    clock: clock.read,
    log: createLog("silent"),
    sessions: {
      // The token of a test session is the username.
      findSession: async (token) =>
        ids.has(token)
          ? {
              actor: actorNamed(token),
              csrfToken: `csrf-${token}`,
              secondFactorPending: false,
              username: token,
              place: officerFacts(directory, ids.get(token) ?? 0)?.place ?? "",
            }
          : undefined,
      findSystem: async () => undefined,
    },
    errorPage: makeErrorPage(assetPaths(assets), province),
    secure: false,
    limits: { anonymousPerMinute: 1_000_000, sessionPerMinute: 1_000_000 },
  });
  const calendars = await loadCalendars(db.database, directory, clock.read);
  const deps: CasesDeps = {
    database: db.database,
    clock: clock.read,
    directory,
    files: new FileStore(dataDir, db.database),
    calendarOf: (unitId) => calendars.calendarOf(unitId),
    casesToSign: async () => new Set(),
    calendarVersion: (version) => calendars.calendarVersion(version),
    process: async () => process,
    processFor: async () => ({ id: 1, definition: process }),
    procedureInForce: async (code) => (code === BUILDING_PERMIT.content.code ? BUILDING_PERMIT : undefined),
    searchProcedures: async () => [],
    trackingKey: await installationSecret(db.database, "tracking"),
    publicUrl: () => "https://motcua.test",
    frame: makeFrame({ app, assets: assetPaths(assets), province, counts: async () => ({}) }),
  };
  assetRoutes(app, assets);
  workQueuePage(app, deps);
  workloadPage(app, deps);
  shareWorkPages(app, deps);
  movedCasesPage(app, { ...deps, findCalendar: (version) => calendars.find(version) });
  batchPage(app, deps);
  caseScreenPage(app, deps);
  caseFilePage(app, deps);
  doWithCasePages(app, deps);
  explainPages(app, deps);
  deadlineApi(app, deps);
  await app.ready();

  const unitId = (code: string) => directory.unitByCode(code)?.id ?? missing(`unit ${code}`);
  const form = () => ({
    caseId: uuidv7(clock.read(), randomBytes(10)),
    procedureCode: BUILDING_PERMIT.content.code,
    receivingUnitId: unitId("H21.00.01"),
    decidingUnitId: unitId("H21.18"),
    applicantName: "Nguyễn Thị Lụa",
    applicantNumber: "064185004321",
    applicantPhone: "0905123456",
    applicantAddress: "12 Trần Phú, phường Pleiku",
    papers: [{ name: "Đơn đề nghị cấp giấy phép xây dựng", form: "original" }],
  });
  const receive: OfficerRoom["receive"] = async (input = {}) =>
    value(await receiveCase(deps, actor("desk"), ReceiveCase.parse({ ...form(), ...input })));
  const run: OfficerRoom["run"] = (person, name, { id, version, step }, input = {}) => {
    const verb = VERBS.find((candidate) => candidate.name === name) ?? missing(`verb ${name}`);
    const target = { caseId: id, ...given("version", version), ...given("step", step) };
    return runCaseVerb(deps, actor(person), verb, target, verb.input.parse(input));
  };
  return {
    app,
    db,
    clock,
    deps,
    calendars,
    declare: async (fields) => {
      const command = declareDays(calendars, directory);
      const input = command.input.parse({
        name: "Ngày hội",
        decision: "12/QĐ-UBND",
        reason: "Lễ hội",
        previous: calendars.current(directory.unitByCode(fields.unit ?? "")?.id).version,
        ...fields,
      });
      const { version } = value(await runCommand(deps, actor("controller"), command, input));
      await calendars.refresh();
      return version;
    },
    actor,
    unitId,
    receive,
    file: async () => {
      const portal: Actor = {
        kind: "system",
        id: 1,
        name: "Cổng dịch vụ công",
        permissions: ["case.receive"],
        unitId: unitId("H21.00.01"),
      };
      return value(await registerOnline(deps, portal, ReceiveCase.parse(form())));
    },
    run,
    caseAt: async (place, input) => {
      let state = await receive(input);
      for (const [person, verb, given] of ORDINARY_WAY.slice(0, PLACES.indexOf(place)))
        state = value(await run(person, verb, state, given));
      return state;
    },
    get: (person, url) =>
      app.inject({ url, ...(person === undefined ? {} : { cookies: { [SESSION_COOKIE]: PEOPLE[person] } }) }),
    post: (person, url, fields) =>
      app.inject({
        method: "POST",
        url,
        cookies: { [SESSION_COOKIE]: PEOPLE[person] },
        headers: { "content-type": "application/x-www-form-urlencoded" },
        payload: formBody({ _csrf: `csrf-${PEOPLE[person]}`, ...fields }),
      }),
    close: async () => {
      await app.close();
      await db.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** What the draft of the tests says. */
export const DRAFT = {
  kind: "granted",
  title: "Giấy phép xây dựng nhà xưởng",
  content: "Cho phép xây dựng theo bản vẽ đã thẩm định.",
} as const;

const ORDINARY_WAY: readonly (readonly [Person, VerbName, unknown])[] = [
  ["desk", "pass-on", {}],
  ["specialist", "draft-result", DRAFT],
  ["specialist", "pass-on", {}],
  ["divisionHead", "pass-on", {}],
  ["leader", "approve", {}],
  ["clerk", "issue", {}],
  [
    "desk",
    "hand-over",
    {
      method: "counter",
      collectorName: "Nguyễn Thị Lụa",
      collectorNumber: "064185004321",
      check: "identity-card",
    },
  ],
];

async function officerIds(db: TestDatabase): Promise<ReadonlyMap<string, number>> {
  const found = await db.ownerPool.query<{ username: string; officer_id: number }>(
    "select username, officer_id from accounts.account",
  );
  return new Map(found.rows.map((row) => [row.username, row.officer_id]));
}

function formBody(fields: Fields): string {
  const body = new URLSearchParams();
  for (const [name, values] of Object.entries(fields))
    for (const text of [values].flat()) body.append(name, text);
  return body.toString();
}

/** The value of a result; a refusal fails the test with its word. */
export function value<T>(result: Result<T, string>): T {
  if (result.ok) return result.value;
  throw new Error(`refused: ${result.refusal}`);
}

function missing(what: string): never {
  throw new Error(`there is no ${what}`);
}
