import { type Instant, toIso } from "../kernel/time.ts";
import type { Database } from "./database.ts";

/** What a run says of itself at its end; no personal data. */
export type JobNote = { readonly message?: string; readonly done?: number } | undefined;

/** How the latest run of a job went. */
export type JobRun = {
  readonly name: string;
  readonly state: "running" | "done" | "failed";
  readonly startedAt: Instant;
  readonly endedAt: Instant | undefined;
  readonly done: number;
  readonly total: number | undefined;
  readonly message: string | undefined;
};

type Row = {
  name: string;
  state: JobRun["state"];
  started_at: number;
  ended_at: number | null;
  done: number;
  total: number | null;
  message: string | null;
};

export async function noteStart(database: Database, name: string, at: Instant): Promise<void> {
  await database.pool.query({
    name: "platform.job-start",
    text: `insert into platform.job_run (name, state, started_at) values ($1, 'running', $2)
           on conflict (name) do update set state = 'running', started_at = excluded.started_at, ended_at = null,
             done = 0, total = null, message = null`,
    values: [name, toIso(at)],
  });
}

export async function noteProgress(
  database: Database,
  name: string,
  done: number,
  total: number | undefined,
): Promise<void> {
  await database.pool.query({
    name: "platform.job-progress",
    text: "update platform.job_run set done = $2, total = coalesce($3, total) where name = $1",
    values: [name, done, total ?? null],
  });
}

export async function noteEnd(
  database: Database,
  name: string,
  at: Instant,
  state: "done" | "failed",
  note: JobNote,
): Promise<void> {
  await database.pool.query({
    name: "platform.job-end",
    text: `update platform.job_run set state = $2, ended_at = $3, message = $4, done = coalesce($5, done)
           where name = $1`,
    values: [name, state, toIso(at), note?.message ?? null, note?.done ?? null],
  });
}

/** The latest run of every job that ever ran. */
export async function listJobRuns(database: Database): Promise<readonly JobRun[]> {
  const found = await database.pool.query<Row>(
    "select name, state, started_at, ended_at, done, total, message from platform.job_run order by name",
  );
  return found.rows.map((row) => ({
    name: row.name,
    state: row.state,
    startedAt: row.started_at,
    endedAt: row.ended_at ?? undefined,
    done: row.done,
    total: row.total ?? undefined,
    message: row.message ?? undefined,
  }));
}
