import type { FastifyInstance } from "fastify";
import { assetRoutes } from "./asset-routes.ts";
import { makeErrorPage } from "./error-page.tsx";
import { makeFrame } from "./frame.tsx";
import {
  accountsRoutes,
  forgetExpired,
  sessionPort,
  tokensFollowSuccessors,
} from "./modules/accounts/index.ts";
import {
  apologySigner,
  type CasesDeps,
  calendarEffects,
  caseHander,
  casesRoutes,
  movedCasesPage,
  queueCounts,
  recomputeJobs,
  reorganisationEffects,
  sealDays,
  todayFigures,
  unsureCasesPages,
} from "./modules/cases/index.ts";
import { catalogueRoutes, findProcedure, searchProcedures } from "./modules/catalogue/index.ts";
import {
  type Calendars,
  type Directory,
  loadCalendars,
  loadDirectory,
  officerFacts,
  organisationRoutes,
  reorganisationJobs,
} from "./modules/organisation/index.ts";
import { ProcessLibrary } from "./modules/processes/index.ts";
import {
  followSuccessors,
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
import type { RouteEntry } from "./platform/http/access.ts";
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
};

export type App = {
  readonly app: FastifyInstance;
  /** Every route with who may call it. */
  readonly routes: readonly RouteEntry[];
  /** What the worker runs. */
  readonly jobs: readonly Job[];
  readonly directory: Directory;
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
    sessions: sessionPort(database, officerOf),
    errorPage: makeErrorPage(paths, province),
    secure: config.secureCookies,
    limits: deps.limits ?? LIMITS,
  });
  const frame = makeFrame({ app, assets: paths, province, counts: countsOf(deps) });

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
  const work = rulesOfWork(database, calendars);
  const recompute = { database, clock, calendars, process: work.process };
  organisationRoutes(app, {
    database,
    clock,
    directory,
    frame,
    calendars,
    effects: calendarEffects(recompute),
    reorganisation: reorganisationEffects({ database }),
  });
  // The same figures for everybody who opens the home page within these seconds.
  const today = remembered(FIGURES_MS, clock, () => todayFigures(database.pool, clock()));
  catalogueRoutes(app, { database, clock, frame, todayFigures: today, province: () => province().vi });
  const cases: CasesDeps = {
    database,
    clock,
    directory,
    frame,
    files: new FileStore(config.dataDir, database),
    trackingKey: await installationSecret(database, "tracking"),
    publicUrl: () => config.publicUrl ?? listeningAt(app),
    ...work,
  };
  casesRoutes(app, cases);
  movedCasesPage(app, { ...cases, findCalendar: (version) => calendars.find(version) });
  const steering: SteeringDeps = {
    ...cases,
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
    followers: [tokensFollowSuccessors],
  });
  return {
    app,
    routes,
    jobs: [...jobsOf(database), ...recomputeJobs(recompute), ...reorganise, ...steeringJobs(steering)],
    directory,
  };
}

/** What the cases room asks the catalogue, the processes and the calendar. */
function rulesOfWork(
  database: Database,
  calendars: Calendars,
): Pick<
  CasesDeps,
  "calendarOf" | "calendarVersion" | "process" | "processFor" | "procedureInForce" | "searchProcedures"
> {
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
    searchProcedures: async (q, options) => (await searchProcedures(database, { q, ...options })).items,
  };
}

/** The neighbours of the cases room whose own rows go with cases that are handed to a successor. */
function followersOf({ pool }: Database) {
  return (handed: Parameters<typeof followSuccessors>[1]) => followSuccessors(pool, handed);
}

/** The work that waits for an officer, red when some of it is late. */
function countsOf({ database, clock }: AppDeps): NavCounts {
  return async (actor) => {
    const now = clock();
    const [{ mine, late }, { unread, apologies, lateApologies }] = await Promise.all([
      queueCounts(database.pool, actor, now),
      steeringCounts(database.pool, actor, unitsFor(actor, "case.apologise"), now),
    ]);
    return {
      queue: { count: mine, tone: late > 0 ? "danger" : undefined },
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
