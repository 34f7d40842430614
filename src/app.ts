import type { FastifyInstance } from "fastify";
import { assetRoutes } from "./asset-routes.ts";
import { makeErrorPage } from "./error-page.tsx";
import { makeFrame } from "./frame.tsx";
import { accountsRoutes, forgetExpired, sessionPort } from "./modules/accounts/index.ts";
import {
  type Directory,
  loadDirectory,
  officerFacts,
  organisationRoutes,
} from "./modules/organisation/index.ts";
import type { Clock } from "./platform/clock.ts";
import type { Config } from "./platform/config.ts";
import type { Database } from "./platform/database.ts";
import { healthRoutes } from "./platform/health.ts";
import type { RouteEntry } from "./platform/http/access.ts";
import { buildServer, type ServerOptions } from "./platform/http/server.ts";
import type { Job } from "./platform/jobs.ts";
import type { Log } from "./platform/log.ts";
import { provinceName } from "./province-name.ts";
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

/** The composition root: wires every room to what it needs; the only place that knows them all. */
export async function composeApp(deps: AppDeps): Promise<App> {
  const { config, database, clock, log } = deps;
  const directory = await loadDirectory(database, clock);
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
  const frame = makeFrame({ app, assets: paths, province, counts: async () => ({}) });

  assetRoutes(app, assets);
  healthRoutes(app, { database, clock, metrics });
  accountsRoutes(app, {
    database,
    clock,
    frame,
    officerOf,
    listUnits: () => directory.units(),
    secureCookies: config.secureCookies,
    issuer: `Một Cửa ${province().vi}`,
  });
  organisationRoutes(app, { directory, frame });

  const jobs: readonly Job[] = [
    {
      name: "forget-expired-sessions",
      schedule: { daily: "02:10" },
      run: async (_payload, { now }) => {
        await forgetExpired(database, now);
        return undefined;
      },
    },
  ];
  return { app, routes, jobs, directory };
}
