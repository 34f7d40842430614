import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { leaveEmbeddedPostgres, startEmbeddedPostgres } from "./embedded-postgres.ts";
import { alone, isAlive } from "./folder-lock.ts";
import { startCluster } from "./postgres-cluster.ts";

/** Beyond the largest process id of the system. */
const DEAD = 4_194_305;
const settings = { shared_buffers: "16MB", fsync: "off" };

let folder: string;
const start = (user: number) => startEmbeddedPostgres(folder, { settings, user });
const isRunning = () => existsSync(join(folder, "postgres", "postmaster.pid"));

async function serverProcess(url: string): Promise<number | undefined> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  const found = await client.query<{ pid: number }>(
    "select (string_to_array(pg_read_file('postmaster.pid'), E'\\n'))[1]::int as pid",
  );
  await client.end();
  return found.rows[0]?.pid;
}

/** Whether somebody else's statement is at work. */
async function isAsked(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const found = await client.query(
    "select 1 from pg_stat_activity where state = 'active' and query like '%generate_series%' and pid <> pg_backend_pid()",
  );
  await client.end();
  return found.rowCount === 1;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "motcua-embedded-"));
});
afterAll(async () => {
  await leaveEmbeddedPostgres(folder, process.pid);
  await rm(folder, { recursive: true, force: true });
});

describe("the embedded PostgreSQL", () => {
  it("is one server for processes that start at once, and stops with the last of them", async () => {
    const [first, second] = await Promise.all([start(process.pid), start(process.ppid)]);
    expect(second.url).toBe(first.url);
    await first.stop();
    expect(await serverProcess(first.url)).toBeGreaterThan(0);
    await second.stop();
    expect(isRunning()).toBe(false);
  });

  it("is taken over from a user that was killed, and stops although that one never left", async () => {
    const orphaned = await start(DEAD);
    const before = await serverProcess(orphaned.url);
    const adopted = await start(process.pid);
    expect(await serverProcess(adopted.url)).toBe(before);
    await adopted.stop();
    expect(isRunning()).toBe(false);
  });

  it("recovers when it was killed itself, though a statement that it was asked goes on for a while", async () => {
    const killed = await start(process.pid);
    const server = await serverProcess(killed.url);
    const client = new pg.Client({ connectionString: killed.url });
    client.on("error", () => {});
    await client.connect();
    const asked = client.query("select count(*) from generate_series(1, 3000000)").catch(() => undefined);
    await expect.poll(() => isAsked(killed.url)).toBe(true);
    process.kill(server ?? 0, "SIGKILL");
    const again = await start(process.pid);
    expect(await serverProcess(again.url)).toBeGreaterThan(0);
    await asked;
    await again.stop();
  });

  it("does not start on a port that somebody took meanwhile, and says that another will do", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;
    const cluster = { folder: join(folder, "postgres"), password: "", settings };
    await expect(startCluster(cluster, port)).rejects.toMatchObject({ willPass: true });
    other.close();
  });

  it("starts where the pid file now names another living program", async () => {
    await writeFile(join(folder, "postgres", "postmaster.pid"), `${process.pid}\nx\n0\n1\n\n\n`);
    const server = await start(process.pid);
    expect(await serverProcess(server.url)).toBeGreaterThan(0);
    await server.stop();
  });
});

describe("the lock of a folder", () => {
  it("lets one in at a time and is void when its holder is dead", async () => {
    const locked = join(folder, "locked");
    await mkdir(locked);
    await writeFile(join(locked, "starting.lock"), String(DEAD));
    const order: string[] = [];
    await alone(locked, async () => {
      order.push("in");
      await Promise.resolve();
      order.push("out");
    });
    expect(order).toEqual(["in", "out"]);
    expect(existsSync(join(locked, "starting.lock"))).toBe(false);
    await expect(alone(locked, () => Promise.reject(new Error("failed")))).rejects.toThrow("failed");
    expect(existsSync(join(locked, "starting.lock"))).toBe(false);
  });

  it("knows the living from the dead", () => {
    expect(isAlive(process.pid)).toBe(true);
    expect(isAlive(DEAD)).toBe(false);
    expect(isAlive(0)).toBe(false);
  });
});
