import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { leaveEmbeddedPostgres, startEmbeddedPostgres } from "./embedded-postgres.ts";
import { alone, isAlive } from "./folder-lock.ts";

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

  it("recovers when it was killed itself", async () => {
    const killed = await start(process.pid);
    process.kill((await serverProcess(killed.url)) ?? 0, "SIGKILL");
    const again = await start(process.pid);
    expect(await serverProcess(again.url)).toBeGreaterThan(0);
    await again.stop();
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
