import { DAY_MS, type Instant } from "../../../kernel/time.ts";
import { enqueueJob, type Job } from "../../../platform/jobs.ts";
import { RECOMPUTE_JOB } from "../../organisation/index.ts";
import { alone, withClient } from "./alone.ts";
import type { RecomputeDeps } from "./decide-batch.ts";
import { eachSecond } from "./pace.ts";
import { ALL_KNOW_MS, recomputeDeadlines, type Walk } from "./recompute-deadlines.ts";
import { beginRun, latestRun, noteRun, type RecomputeRun } from "./recompute-run-store.ts";

/** The walk over the open cases, and who looks every minute whether one is owed: after a kill, and once a day. */
export function recomputeJobs(deps: RecomputeDeps): readonly Job[] {
  return [
    {
      name: RECOMPUTE_JOB,
      run: async (_payload, { progress }) => {
        const walk = await alone(deps.database, WALK_LOCK, () =>
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
        const isFree = (await alone(deps.database, WALK_LOCK, async () => true)) === true;
        if (isFree)
          await withClient(deps.database, (client) =>
            enqueueJob(client, RECOMPUTE_JOB, {}, { key: RECOMPUTE_JOB }),
          );
        return { message: isFree ? "a walk is owed" : "a walk goes on" };
      },
    },
  ];
}

/** One walk at a time. */
const WALK_LOCK = 7_226_008;

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
    const note = eachSecond(async (far: Walk) => {
      await noteRun(database.pool, run, far);
      await onProgress(far);
    });
    const walk = await recomputeDeadlines(deps, note);
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
