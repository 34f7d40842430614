import { hostname } from "node:os";
import { Logger, parseCrontab, run, type TaskList } from "graphile-worker";
import type { PoolClient } from "pg";
import { type Instant, toIso } from "../kernel/time.ts";
import type { Clock } from "./clock.ts";
import type { Database } from "./database.ts";
import { type JobNote, noteEnd, noteProgress, noteStart } from "./job-run.ts";
import type { Log } from "./log.ts";

/** When a job runs by itself: daily at a time of day in Vietnam ("00:30"), or every so many minutes (a part of 60). */
export type Schedule = { readonly daily: string } | { readonly everyMinutes: number };

/** A background job. It loads what it needs by id and may run twice: it must be idempotent. */
export type Job = {
  /** Imperative and stable, such as "lapse-supplements". */
  readonly name: string;
  readonly schedule?: Schedule;
  /** Does the work; the answer is a short note on how it went, without personal data. */
  run(payload: unknown, context: JobContext): Promise<JobNote>;
};

export type JobContext = {
  readonly now: Instant;
  /** Says how far a long run is. */
  progress(done: number, total?: number): Promise<void>;
};

export type Worker = { readonly name: string; stop(): Promise<void> };

export type WorkerDeps = {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly jobs: readonly Job[];
};

const BEAT_MS = 10_000;
const DAY_MS = 86_400_000;

/** Starts to work off jobs with the app's pool, and reports every ten seconds that it lives. */
export async function startWorker(deps: WorkerDeps): Promise<Worker> {
  const { database, clock, log, jobs } = deps;
  const name = `${hostname()}:${process.pid}`;
  const runner = await run({
    pgPool: database.aside,
    concurrency: 4,
    pollInterval: 2000,
    // The program stops the worker itself, after the server and before the pool.
    noHandleSignals: true,
    logger: quietLogger(log),
    taskList: Object.fromEntries(jobs.map((job) => [job.name, taskOf(job, deps)])) satisfies TaskList,
    parsedCronItems: parseCrontab(jobs.flatMap(crontabLine).join("\n")),
  });
  await reportBeat(database, name, clock());
  let beating: Promise<void> | undefined;
  const timer = setInterval(() => {
    // A missed beat shows in /readyz; the database's return brings the next one.
    beating = reportBeat(database, name, clock()).catch((error: unknown) =>
      log.warn({ err: error }, "worker beat failed"),
    );
  }, BEAT_MS);
  return {
    name,
    stop: async () => {
      clearInterval(timer);
      await runner.stop();
      // A beat on its way would say that this worker lives after it has said goodbye.
      await beating;
      await database.pool.query("delete from platform.worker_beat where worker = $1", [name]);
    },
  };
}

/** Puts a job in the queue in the caller's transaction: it exists if and only if the transaction commits. */
export async function enqueueJob(
  sql: PoolClient,
  name: string,
  payload: Readonly<Record<string, unknown>>,
  when: { readonly runAt?: Instant; readonly key?: string } = {},
): Promise<void> {
  await sql.query({
    name: "platform.enqueue-job",
    text: "select graphile_worker.add_job($1, $2::json, run_at => $3::timestamptz, job_key => $4)",
    values: [
      name,
      JSON.stringify(payload),
      when.runAt === undefined ? null : toIso(when.runAt),
      when.key ?? null,
    ],
  });
}

/** Runs a job now in this process, recorded like any other run; rejects when it fails, so that it is tried again. */
export async function runJob(deps: WorkerDeps, job: Job, payload: unknown): Promise<void> {
  const { database, clock, log } = deps;
  await noteStart(database, job.name, clock());
  try {
    const note = await job.run(payload, {
      now: clock(),
      progress: (done, total) => noteProgress(database, job.name, done, total),
    });
    await noteEnd(database, job.name, clock(), "done", note);
  } catch (error) {
    log.error({ err: error, job: job.name }, "job failed");
    const message = error instanceof Error ? error.message : String(error);
    await noteEnd(database, job.name, clock(), "failed", { message });
    throw error;
  }
}

function taskOf(job: Job, deps: WorkerDeps): TaskList[string] {
  return (payload) => runJob(deps, job, payload);
}

/** Graphile Worker reads times as UTC; Vietnam is seven hours ahead all year. */
function crontabLine({ name, schedule }: Job): string[] {
  if (schedule === undefined) return [];
  if ("everyMinutes" in schedule) return [`*/${schedule.everyMinutes} * * * * ${name}`];
  const [hour = 0, minute = 0] = schedule.daily.split(":").map(Number);
  return [`${minute} ${(hour + 17) % 24} * * * ${name}`];
}

async function reportBeat(database: Database, name: string, now: Instant): Promise<void> {
  await database.pool.query({
    name: "platform.worker-beat",
    text: `with gone as (delete from platform.worker_beat where beat_at < $3 and worker <> $1)
           insert into platform.worker_beat (worker, beat_at) values ($1, $2)
           on conflict (worker) do update set beat_at = excluded.beat_at`,
    values: [name, toIso(now), toIso(now - DAY_MS)],
  });
}

function quietLogger(log: Log): Logger {
  return new Logger(() => (level, message, meta) => {
    if (level === "error") log.error({ meta: String(meta?.error ?? "") }, message);
    else log.debug(message);
  });
}
