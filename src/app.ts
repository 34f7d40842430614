import type { FastifyInstance } from "fastify";
import { assetRoutes } from "./asset-routes.ts";
import { makeErrorPage } from "./error-page.tsx";
import { makeFrame } from "./frame.tsx";
import { localDateOf } from "./kernel/time.ts";
import {
  accountsRoutes,
  forgetExpired,
  sessionPort,
  tokensFollowSuccessors,
  tokensOfUnits,
} from "./modules/accounts/index.ts";
import {
  apologySigner,
  type CasesDeps,
  calendarEffects,
  caseHander,
  casesRoutes,
  closeSilentOpinionsJob,
  groupJobs,
  movedCasesPage,
  moveJobs,
  moveLeftWorkJob,
  previewJob,
  queueBadge,
  queueCounts,
  recomputeJobs,
  reorganisationEffects,
  runningCasesOf,
  sealDays,
  shareNewWorkJob,
  sharingFollowsSuccessors,
  silenceJobs,
  staffWork,
  todayFigures,
  unsureCasesPages,
} from "./modules/cases/index.ts";
import {
  type CatalogueDeps,
  catalogueRoutes,
  findProcedure,
  procedureNames,
  searchProcedures,
} from "./modules/catalogue/index.ts";
import {
  type Calendars,
  type Directory,
  intakeHours,
  loadCalendars,
  loadDirectory,
  officerFacts,
  organisationRoutes,
  reorganisationJobs,
} from "./modules/organisation/index.ts";
import { type ProcessesDeps, ProcessLibrary, processesRoutes } from "./modules/processes/index.ts";
import {
  casesToSign,
  followSuccessors,
  LiveBoard,
  provinceFigures,
  type SteeringDeps,
  steeringCounts,
  steeringJobs,
  steeringRoutes,
} from "./modules/steering/index.ts";
import type { NavCounts } from "./navigation.ts";
import type { Clock } from "./platform/clock.ts";
import type { Config } from "./platform/config.ts";
import type { Database } from "./platform/database.ts";
import { FileStore } from "./platform/files.ts";
import { healthRoutes } from "./platform/health.ts";
import type { RouteEntry, SessionPort } from "./platform/http/access.ts";
import { openapiRoute } from "./platform/http/openapi.ts";
import { buildServer, type ServerOptions } from "./platform/http/server.ts";
import type { Job } from "./platform/jobs.ts";
import type { Log } from "./platform/log.ts";
import { unitsFor } from "./platform/permission.ts";
import { installationSecret } from "./platform/secret.ts";
import { provinceName } from "./province-name.ts";
import { remembered } from "./remembered.ts";
import { assetPaths, loadAssets } from "./ui/assets.ts";

export type AppDeps = {
  readonly config: Pick<Config, "dataDir" | "secureCookies" | "publicUrl">;
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly limits?: ServerOptions["limits"];
  /** Up to so many open cases a declaration's effects are counted while somebody waits; tests set it low. */
  readonly fewCases?: number;
};

export type App = {
  readonly app: FastifyInstance;
  /** Every route with who may call it. */
  readonly routes: readonly RouteEntry[];
  /** What the worker runs. */
  readonly jobs: readonly Job[];
  readonly directory: Directory;
  /** Counts for the live board while it is started; every process may. */
  readonly board: LiveBoard;
};

/** A whole office may stand behind one address; a signed-in officer clicks fast. */
const LIMITS: ServerOptions["limits"] = { anonymousPerMinute: 600, sessionPerMinute: 1200 };

const FIGURES_MS = 5000;

/** The composition root: wires every room to what it needs; the only place that knows them all. */
export async function composeApp(deps: AppDeps): Promise<App> {
  const { config, database, clock, log } = deps;
  const directory = await loadDirectory(database, clock);
  const calendars = await loadCalendars(database, directory, clock);
  const assets = loadAssets();
  const paths = assetPaths(assets);
  const province = () => provinceName(directory);
  const officerOf = (id: number) => officerFacts(directory, id);

  const { app, routes, metrics } = await buildServer({
    clock,
    log,
    sessions: freshFirst(directory, sessionPort(database, officerOf)),
    errorPage: makeErrorPage(paths, province),
    secure: config.secureCookies,
    limits: deps.limits ?? LIMITS,
  });
  const frame = makeFrame({ app, assets: paths, province, counts: countsOf(deps, directory) });

  // Whatever comes first after an idle hour, be it a health check, lets a calendar declared elsewhere be read.
  app.addHook("onRequest", (_request, _reply, done) => {
    calendars.keepFresh();
    done();
  });
  assetRoutes(app, assets);
  healthRoutes(app, { database, clock, metrics });
  openapiRoute(app);
  accountsRoutes(app, {
    // Demo, tests and benches sign a whole province in from one address.
    ...(deps.limits === undefined ? {} : { signInsPerMinute: deps.limits.anonymousPerMinute }),
    database,
    clock,
    frame,
    officerOf,
    listUnits: () => directory.units(),
    secureCookies: config.secureCookies,
    issuer: `Một Cửa ${province().vi}`,
  });
  const work = rulesOfWork(database, calendars, clock);
  const { silences, silentProcesses } = work;
  const recompute = { database, clock, calendars, process: work.process };
  // The same figures for everybody who opens the home page within these seconds.
  const today = remembered(FIGURES_MS, clock, () => todayFigures(database.pool, clock()));
  catalogueRoutes(app, {
    database,
    clock,
    frame,
    silences,
    todayFigures: today,
    province: () => province().vi,
    intakeHours: (lang) => intakeHours(calendars, directory, localDateOf(clock()), lang),
  });
  const cases: CasesDeps = {
    database,
    clock,
    directory,
    frame,
    files: new FileStore(config.dataDir, database),
    trackingKey: await installationSecret(database, "tracking"),
    publicUrl: () => config.publicUrl ?? listeningAt(app),
    casesToSign: (actor, ids) => casesToSign({ database, directory, clock, ...work }, actor, ids),
    ...work,
  };
  organisationRoutes(app, {
    database,
    clock,
    directory,
    frame,
    calendars,
    effects: calendarEffects(recompute, deps.fewCases),
    staffWork: staffWork(cases),
    reorganisation: reorganisationEffects({ database }),
    tokensOfUnits: (unitIds) => tokensOfUnits(database, unitIds),
  });
  casesRoutes(app, cases);
  movedCasesPage(app, { ...cases, findCalendar: (version) => calendars.find(version) });
  processesRoutes(app, {
    database,
    clock,
    frame,
    directory,
    calendarOf: work.calendarOf,
    ...aboutProcedures(database),
    runningCases: runningCasesOf(cases),
  });
  const steering: SteeringDeps = {
    ...cases,
    board: new LiveBoard({ database, clock }),
    silentProcesses,
    signApology: apologySigner(cases),
    figures: remembered(FIGURES_MS, clock, () => provinceFigures({ database, clock })),
  };
  steeringRoutes(app, steering);
  const followers = [followersOf(database)];
  unsureCasesPages(app, { ...cases, followers });
  const reorganise = reorganisationJobs({
    database,
    clock,
    directory,
    handCases: caseHander({ ...cases, followers }),
    followers: [tokensFollowSuccessors, sharingFollowsSuccessors],
  });
  return {
    app,
    routes,
    jobs: [
      ...jobsOf(database),
      ...recomputeJobs(recompute),
      previewJob(recompute),
      ...reorganise,
      ...moveJobs(cases),
      closeSilentOpinionsJob(cases),
      moveLeftWorkJob(cases),
      shareNewWorkJob(cases),
      ...groupJobs(cases),
      ...silenceJobs({ ...cases, silentProcesses }),
      ...steeringJobs(steering),
    ].map((job) => freshBefore(directory, calendars, job)),
    directory,
    board: steering.board,
  };
}

/** What the cases room asks the catalogue, the processes and the calendar. */
function rulesOfWork(
  database: Database,
  calendars: Calendars,
  clock: Clock,
): Pick<
  CasesDeps,
  "calendarOf" | "calendarVersion" | "process" | "processFor" | "procedureInForce" | "searchProcedures"
> &
  Pick<SteeringDeps, "silentProcesses"> &
  Pick<CatalogueDeps, "silences"> {
  const library = new ProcessLibrary(database);
  return {
    calendarOf: (unitId) => calendars.calendarOf(unitId),
    calendarVersion: (version) => calendars.calendarVersion(version),
    process: async (id) => {
      const found = await library.findProcess(id);
      if (found === undefined) throw new Error(`no process ${id}`);
      return found.definition;
    },
    processFor: (code, variant, on) => library.processForProcedure(code, variant, on),
    procedureInForce: async (code) => {
      const found = await findProcedure(database, code);
      return found?.state === "active" ? found : undefined;
    },
    silences: (code) => library.silences(code, localDateOf(clock())),
    silentProcesses: async () =>
      (await library.withSilence()).flatMap(({ id, definition: { terms } }) =>
        terms?.whenSilent === undefined ? [] : [{ processId: id, ...terms.whenSilent }],
      ),
    searchProcedures: async (q, options) => (await searchProcedures(database, { q, ...options })).items,
  };
}

/** What the processes ask the catalogue. */
function aboutProcedures(
  database: Database,
): Pick<ProcessesDeps, "procedure" | "procedureNames" | "searchProcedures"> {
  return {
    procedure: async (code) => {
      const found = await findProcedure(database, code);
      return found?.state === "active" ? found.content : undefined;
    },
    procedureNames: (codes) => procedureNames(database, codes),
    searchProcedures: async (q) => (await searchProcedures(database, { q, limit: 100 })).items,
  };
}

/** Who asks is looked up in an organisation that is fresh: a post that ended opens nothing. */
function freshFirst(directory: Directory, port: SessionPort): SessionPort {
  return {
    ...port,
    findSession: async (token, now) => {
      await directory.keepFresh();
      return port.findSession(token, now);
    },
  };
}

/**
 * A job runs on an organisation that is fresh: between two jobs of the night nobody asks for it, and a reminder would go
 * to whoever held the post in the evening. One that a change has caused reads again itself.
 */
function freshBefore(directory: Directory, calendars: Calendars, job: Job): Job {
  return {
    ...job,
    run: async (payload, context) => {
      await Promise.all([directory.keepFresh(), calendars.refresh()]);
      return job.run(payload, context);
    },
  };
}

/** The neighbours of the cases room whose own rows go with cases that are handed to a successor. */
function followersOf({ pool }: Database) {
  return (handed: Parameters<typeof followSuccessors>[1]) => followSuccessors(pool, handed);
}

/** The work that waits for an officer, red when some of it is late. */
function countsOf({ database, clock }: AppDeps, directory: Directory): NavCounts {
  return async (actor, known) => {
    const now = clock();
    const told = directory.unreadNotices(actor.id);
    const [queue, { unread, apologies, lateApologies }] = await Promise.all([
      known.queue ?? queueCounts(database.pool, actor, now).then(queueBadge),
      steeringCounts(database.pool, actor, unitsFor(actor, "case.apologise"), now),
    ]);
    return {
      queue,
      ...(told > 0 ? { absences: { count: told, tone: "warn" as const } } : {}),
      notices: { count: unread, tone: unread > 0 ? "warn" : undefined },
      apologies: {
        count: apologies,
        tone: lateApologies > 0 ? "danger" : apologies > 0 ? "warn" : undefined,
      },
    };
  };
}

function jobsOf(database: Database): readonly Job[] {
  return [
    {
      name: "forget-expired-sessions",
      schedule: { daily: "02:10" },
      run: async (_payload, { now }) => {
        await forgetExpired(database, now);
        return undefined;
      },
    },
    {
      name: "seal-days",
      schedule: { daily: "00:20" },
      run: async (_payload, { now }) => ({ done: (await sealDays(database.pool, now)).length }),
    },
  ];
}

/** The address under which this process listens; for QR codes where no public address is configured. */
function listeningAt(app: FastifyInstance): string {
  const address = app.server.address();
  if (address === null || typeof address === "string") return "http://localhost";
  return `http://${address.family === "IPv6" ? `[${address.address}]` : address.address}:${address.port}`;
}
