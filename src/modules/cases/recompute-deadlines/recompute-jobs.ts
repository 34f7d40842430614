import type { PoolClient } from "pg";
import { DAY_MS, type Instant } from "../../../kernel/time.ts";
import { enqueueJob, type Job } from "../../../platform/jobs.ts";
import { RECOMPUTE_JOB } from "../../organisation/index.ts";
import type { RecomputeDeps } from "./decide-batch.ts";
import { ALL_KNOW_MS, recomputeDeadlines, type Walk } from "./recompute-deadlines.ts";
import {
  beginRun,
  latestRun,
  leaveRunLock,
  noteRun,
  type RecomputeRun,
  tryRunLock,
} from "./recompute-run-store.ts";

/** The walk over the open cases, and who looks every minute whether one is owed: after a kill, and once a day. */
export function recomputeJobs(deps: RecomputeDeps): readonly Job[] {
  return [
    {
      name: RECOMPUTE_JOB,
      run: async (_payload, { progress }) => {
        const walk = await alone(deps, () =>
          walkUntilSettled(deps, ({ done, total }) => progress(done, total)),
        );
        if (walk === undefined) return { message: "another walk goes on" };
        const { done, moved, unexplained } = walk;
        const doubt = unexplained === 0 ? "" : `, ${unexplained} unexplained`;
        return { done, message: `${moved} of ${done} open cases moved${doubt}` };
      },
    },
    {
      name: "watch-recompute",
      schedule: { everyMinutes: 1 },
      run: async (_payload, { now }) => {
        if (!(await isOwed(deps, now))) return undefined;
        const isFree = (await alone(deps, async () => true)) === true;
        if (isFree)
          await withClient(deps, (client) => enqueueJob(client, RECOMPUTE_JOB, {}, { key: RECOMPUTE_JOB }));
        return { message: isFree ? "a walk is owed" : "a walk goes on" };
      },
    },
  ];
}

const NOTE_MS = 1000;

/** Walks, and again where a calendar was declared meanwhile. */
async function walkUntilSettled(
  deps: RecomputeDeps,
  onProgress: (walk: Walk) => Promise<void>,
): Promise<Walk> {
  const { calendars, clock, database } = deps;
  for (;;) {
    await calendars.refresh();
    const known = calendars.newest().id;
    const run = await beginRun(database.pool, known, clock());
    let noted = Number.NEGATIVE_INFINITY;
    const walk = await recomputeDeadlines(deps, async (so) => {
      // Who looks at the page sees it move each second; small bites come oftener than that.
      if (performance.now() - noted < NOTE_MS) return;
      noted = performance.now();
      await noteRun(database.pool, run, so);
      await onProgress(so);
    });
    await noteRun(database.pool, run, walk, clock());
    await calendars.refresh();
    if (calendars.newest().id === known) return walk;
  }
}

/** Whether the open cases must be walked over again. */
export async function isOwed(deps: RecomputeDeps, now: Instant): Promise<boolean> {
  await deps.calendars.refresh();
  const { id, declaredAt, previous } = deps.calendars.newest();
  // The calendar that came with the program moved nothing.
  if (previous === undefined) return false;
  const run = await latestRun(deps.database.pool);
  if (run === undefined || run.calendarId < id || run.endedAt === null) return true;
  return isTooEarly(run, declaredAt, now) || now - run.endedAt > DAY_MS;
}

/** A walk that began before every process knew of the declaration may have missed what those dated by the old one. */
function isTooEarly({ begunAt }: RecomputeRun, declaredAt: Instant, now: Instant): boolean {
  return begunAt < declaredAt + ALL_KNOW_MS && now >= declaredAt + ALL_KNOW_MS;
}

/** Does the work unless somebody else is at it; undefined where somebody is. */
async function alone<T>(deps: RecomputeDeps, work: () => Promise<T>): Promise<T | undefined> {
  return withClient(deps, async (client) => {
    if (!(await tryRunLock(client))) return undefined;
    try {
      return await work();
    } finally {
      await leaveRunLock(client);
    }
  });
}

async function withClient<T>(deps: RecomputeDeps, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await deps.database.aside.connect();
  try {
    return await work(client);
  } finally {
    client.release();
  }
}
