import { type App, composeApp } from "../app.ts";
import { systemClock } from "../platform/clock.ts";
import type { Config } from "../platform/config.ts";
import { startWorker, type Worker } from "../platform/jobs.ts";
import { createLog, type Log } from "../platform/log.ts";
import { print, printTable } from "../platform/terminal/print.ts";
import { DEMO_PASSWORD, demoAccounts } from "../seed/demo-accounts.ts";
import { type Installation, openInstallation } from "./installation.ts";
import { assertPortFree } from "./port-free.ts";
import { seedSentence, seedWithProgress } from "./seed.ts";
import { stopSignal } from "./stop-signal.ts";

type Roles = { readonly web: boolean; readonly worker: boolean };

/**
 * `npm start`: database, schema, province, then web and worker in this process until Ctrl-C or SIGTERM.
 * `--web` or `--worker` runs that role alone, for installations of several processes.
 */
export async function start(args: readonly string[], config: Config): Promise<number> {
  const roles = rolesOf(args);
  const stop = stopSignal();
  if (roles.web) await assertPortFree(config.host, config.port);
  const phase = phasePrinter();
  const installation = await openInstallation(config, phase);
  const log = createLog(config.logLevel);
  const running = await run(roles, config, installation, log, phase).catch(async (error: unknown) => {
    await installation.close();
    throw error;
  });
  print();
  print(running.ready);
  const reason = await stop.received;
  print(`${reason}: stopping`);
  // Requests first, then jobs, then what both need.
  await running.app.app.close();
  await running.app.board.stop();
  await running.worker?.stop();
  await installation.close();
  print("stopped");
  return 0;
}

type Running = { readonly app: App; readonly worker: Worker | undefined; readonly ready: string };

async function run(
  roles: Roles,
  config: Config,
  installation: Installation,
  log: Log,
  phase: (name: string, text: string) => void,
): Promise<Running> {
  const { database } = installation;
  if (config.demo) phase("province", seedSentence(await seedWithProgress(database)));
  const app = await composeApp({ config, database, clock: systemClock, log });
  const worker = roles.worker
    ? await startWorker({ database, clock: systemClock, log, jobs: app.jobs })
    : undefined;
  app.board.start((fault) => log.warn({ err: fault }, "the live board was not counted"));
  if (worker !== undefined) phase("worker", `${app.jobs.length} kinds of jobs`);
  if (!roles.web) return { app, worker, ready: `ready worker ${worker?.name ?? ""}` };
  const address = await app.app.listen({ host: config.host, port: config.port });
  phase("web", `${app.routes.length} routes`);
  if (config.demo) printDemoAccounts(config.host);
  return { app, worker, ready: `ready ${address}` };
}

function rolesOf(args: readonly string[]): Roles {
  const unknown = args.find((arg) => arg !== "--web" && arg !== "--worker");
  if (unknown !== undefined) throw new Error(`start does not know ${unknown}: it takes --web or --worker.`);
  const both = args.length === 0;
  return { web: both || args.includes("--web"), worker: both || args.includes("--worker") };
}

/** One line for each phase, with the seconds it took. */
function phasePrinter(): (name: string, text: string) => void {
  let begun = systemClock();
  return (name, text) => {
    const now = systemClock();
    print(`${name.padEnd(11)} ${text} (${((now - begun) / 1000).toFixed(1)} s)`);
    begun = now;
  };
}

function printDemoAccounts(host: string): void {
  print();
  print(`DEMO accounts, all with the password ${DEMO_PASSWORD}:`);
  printTable(
    ["username", "password", "name", "post", "unit"],
    demoAccounts().map(({ username, name, title, unit }) => [username, DEMO_PASSWORD, name, title, unit]),
  );
  if (host !== "127.0.0.1" && host !== "localhost" && host !== "::1")
    print(`WARNING: ${host} is open to others and these passwords are public. Real work: DEMO=no.`);
}
