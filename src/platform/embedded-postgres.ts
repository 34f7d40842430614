import { randomBytes } from "node:crypto";
import { existsSync, statSync } from "node:fs";
import { chmod, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { dirname, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { alone, isAlive } from "./folder-lock.ts";
import {
  CLUSTER_OWNER,
  type Cluster,
  forgetStaleServer,
  initCluster,
  NoStart,
  portOfCluster,
  socketOf,
  startCluster,
  stopCluster,
} from "./postgres-cluster.ts";

/** A PostgreSQL that this machine runs for us; `stop` ends it unless another process of ours still uses it. */
export type RunningPostgres = { readonly url: string; stop(): Promise<void> };

export type EmbeddedOptions = {
  /** Settings in the way of postgresql.conf. */
  readonly settings?: Readonly<Record<string, string>>;
  /** The process for which the server runs, when it is not this one. */
  readonly user?: number;
};

const DATABASE = "motcua";
/**
 * With the log of its own default size, a checkpoint comes every half minute while very much is written, and each writes
 * whole pages anew: a declared day over 800,000 open cases goes 2.6 times as fast with this one (docs/bench.md).
 */
const SETTINGS = { max_connections: "200", shared_buffers: "512MB", max_wal_size: "4GB" };

/**
 * Starts the embedded PostgreSQL 18 on a free port with its data under `dataDir`, or joins the one that another
 * process of this project already runs there. Survives kill -9: a server whose users died is taken over, one that
 * died too recovers by itself.
 */
export async function startEmbeddedPostgres(
  dataDir: string,
  options: EmbeddedOptions = {},
): Promise<RunningPostgres> {
  const user = options.user ?? process.pid;
  await mkdir(usersOf(dataDir), { recursive: true });
  await letOthersTraverse(dataDir);
  const url = await alone(dataDir, async () => {
    const password = await passwordIn(join(dataDir, "postgres.password"));
    const cluster = { folder: clusterOf(dataDir), password, settings: options.settings ?? SETTINGS };
    const running = (await joinRunning(cluster)) ?? (await startOn(cluster));
    await writeFile(join(usersOf(dataDir), String(user)), "");
    return running;
  });
  return { url, stop: () => leaveEmbeddedPostgres(dataDir, user) };
}

/** Says that a process no longer uses the server; the last one stops it. */
export async function leaveEmbeddedPostgres(dataDir: string, user: number): Promise<void> {
  if (!existsSync(usersOf(dataDir))) return;
  await alone(dataDir, async () => {
    await rm(join(usersOf(dataDir), String(user)), { force: true });
    for (const other of await readdir(usersOf(dataDir))) {
      if (isAlive(Number(other))) return;
      await rm(join(usersOf(dataDir), other), { force: true });
    }
    await stopCluster(clusterOf(dataDir));
  });
}

const clusterOf = (dataDir: string) => join(dataDir, "postgres");
const usersOf = (dataDir: string) => join(dataDir, "postgres.users");

async function startOn(cluster: Cluster): Promise<string> {
  await forgetStaleServer(cluster.folder);
  await initCluster(cluster);
  const url = urlOf(cluster, await startOnFreePort(cluster));
  await ensureDatabase(url);
  return url;
}

/** A minute: what a killed server was asked last may take its time. */
const START_TRIES = 120;

async function startOnFreePort(cluster: Cluster): Promise<number> {
  for (let tries = 1; ; tries++) {
    const port = await freePort();
    try {
      await startCluster(cluster, port);
      return port;
    } catch (fault) {
      if (!(fault instanceof NoStart && fault.willPass) || tries === START_TRIES) throw fault;
      await sleep(500);
    }
  }
}

/** Through the server's socket where it has one: a question over TCP costs both sides half as much again. */
function urlOf({ folder, password }: Cluster, port: number): string {
  const url = `postgres://${CLUSTER_OWNER}:${password}@127.0.0.1:${port}/${DATABASE}`;
  return existsSync(socketOf(folder, port)) ? `${url}?host=${encodeURIComponent(resolve(folder))}` : url;
}

/** The address of the server that already runs on this folder, when it answers to our password. */
async function joinRunning(cluster: Cluster): Promise<string | undefined> {
  const port = await portOfCluster(cluster.folder);
  if (port === undefined) return undefined;
  const url = urlOf(cluster, port);
  for (let tries = 0; tries < 300; tries++) {
    const fault = await ensureDatabase(url).then(
      () => undefined,
      (error: unknown) => error,
    );
    if (fault === undefined) return url;
    if (!willAnswer(fault)) return undefined;
    await sleep(200);
  }
  return undefined;
}

/** 57P03: it recovers from a crash and will answer soon. 53300: it runs, and all its connections are taken. */
function willAnswer(fault: unknown): boolean {
  return fault instanceof Error && "code" in fault && (fault.code === "57P03" || fault.code === "53300");
}

/** A server that runs answers within this time on the busiest machine. */
const ANSWER_MS = 30_000;

async function ensureDatabase(url: string): Promise<void> {
  const address = new URL(url);
  address.pathname = "/postgres";
  const client = new pg.Client({ connectionString: address.href, connectionTimeoutMillis: ANSWER_MS });
  // An error event without a listener would end the process; the connect below reports the failure.
  client.on("error", () => {});
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
function freePort(): Promise<number> {
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
