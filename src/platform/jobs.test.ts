import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testClock } from "../../test/harness/clock.ts";
import { type TestDatabase, testDatabase } from "../../test/harness/database.ts";
import { type JobRun, listJobRuns } from "./job-run.ts";
import { enqueueJob, type Job, startWorker, type Worker, type WorkerDeps } from "./jobs.ts";
import { createLog } from "./log.ts";

let db: TestDatabase;
let worker: Worker;
const clock = testClock();
const heard: unknown[] = [];
const jobs: readonly Job[] = [
  {
    name: "listen",
    schedule: { daily: "00:30" },
    run: async (payload, { progress }) => {
      await progress(1, 2);
      // At half past midnight the worker's own clock sends one without a word.
      if (typeof payload === "object" && payload !== null && "word" in payload) heard.push(payload);
      return { message: "heard it", done: 2 };
    },
  },
  { name: "stumble", run: () => Promise.reject(new Error("the printer is on fire")) },
];

async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  let seen: T | undefined;
  await expect.poll(async () => (seen = await look())).toBeDefined();
  return seen as T;
}
const ended = (name: string): Promise<JobRun> =>
  until(async () =>
    (await listJobRuns(db.database)).find((run) => run.name === name && run.endedAt !== undefined),
  );

async function inTransaction(end: "commit" | "rollback", name: string, payload: { word: string }) {
  const client = await db.database.pool.connect();
  await client.query("begin");
  await enqueueJob(client, name, payload);
  await client.query(end);
  client.release();
}

beforeAll(async () => {
  db = await testDatabase();
  const deps: WorkerDeps = { database: db.database, clock: clock.read, log: createLog("silent"), jobs };
  worker = await startWorker(deps);
});
afterAll(async () => {
  await worker.stop();
  await db.close();
});

describe("background jobs", () => {
  it("run when their transaction commits, not when it is rolled back, and leave a trace", async () => {
    await inTransaction("rollback", "listen", { word: "never" });
    await inTransaction("commit", "listen", { word: "now" });
    const run = await ended("listen");
    expect(heard).toEqual([{ word: "now" }]);
    expect(run).toMatchObject({ state: "done", done: 2, total: 2, message: "heard it" });
  });

  it("that fail say why, and wait to be tried again", async () => {
    await inTransaction("commit", "stumble", { word: "x" });
    const run = await ended("stumble");
    expect(run).toMatchObject({ state: "failed", message: "the printer is on fire" });
    const waiting = await until(async () => {
      const found = await db.database.pool.query<{ attempts: number; max_attempts: number }>(
        "select attempts, max_attempts from graphile_worker.jobs where last_error is not null",
      );
      return found.rows[0];
    });
    // Where this look came late it was tried again already.
    expect(waiting.attempts).toBeGreaterThan(0);
    expect(waiting.max_attempts).toBeGreaterThan(waiting.attempts);
  });

  it("have their daily time in Vietnam registered for the worker's clock in UTC", async () => {
    const known = await until(async () => {
      const found = await db.ownerPool.query<{ identifier: string }>(
        "select identifier from graphile_worker._private_known_crontabs",
      );
      return found.rows[0];
    });
    expect(known.identifier).toBe("listen");
  });
});

describe("a worker", () => {
  it("reports that it lives, and takes its report away when it stops", async () => {
    const beats = async () =>
      (await db.ownerPool.query("select worker, beat_at from platform.worker_beat")).rows;
    expect(await beats()).toEqual([{ worker: worker.name, beat_at: clock.read() }]);
    await worker.stop();
    expect(await beats()).toEqual([]);
    worker = await startWorker({
      database: db.database,
      clock: clock.read,
      log: createLog("silent"),
      jobs,
    });
  });
});
