import type { PoolClient } from "pg";
import type { Instant } from "../../../kernel/time.ts";
import { enqueueJob, type Job, type JobContext } from "../../../platform/jobs.ts";
import { alone, withClient } from "./alone.ts";
import { countConcerned, countEffects } from "./count-effects.ts";
import type { RecomputeDeps } from "./decide-batch.ts";
import { eachSecond, Pacer } from "./pace.ts";
import {
  endPreview,
  forgetPreview,
  notePreview,
  type OwedPreview,
  owedPreview,
  previewKey,
} from "./preview-store.ts";

export const PREVIEW_JOB = "preview-declaration";

/** One at a time: however many are asked, the other jobs keep their workers. */
export const PREVIEW_LOCK = 7_226_019;

/** Whoever is at it may have looked for the last time already: then the one who came in vain looks again. */
const AGAIN_MS = 5_000;

/** Lets the preview of a key be counted, at once or later. */
export function enqueuePreview(sql: PoolClient, key: string, when: { readonly runAt?: Instant } = {}) {
  return enqueueJob(sql, PREVIEW_JOB, { key }, { ...when, key: `${PREVIEW_JOB} ${key}` });
}

/**
 * Counts what declarations would do to the open cases, as gently as they are recomputed; whoever is at it counts all
 * that wait. Killed, it begins again when somebody looks.
 */
export function previewJob(deps: RecomputeDeps): Job {
  const { pool } = deps.database;
  return {
    name: PREVIEW_JOB,
    run: async (payload, { progress }) => {
      const asked = keyOf(payload);
      const counted = await alone(deps.database, PREVIEW_LOCK, async () => {
        let counted = 0;
        for (
          let owed = await owedPreview(pool, asked);
          owed !== undefined;
          owed = await owedPreview(pool, asked)
        ) {
          await countOwed(deps, owed, progress);
          counted++;
        }
        return counted;
      });
      if (counted !== undefined) return { done: counted };
      const runAt = deps.clock() + AGAIN_MS;
      await withClient(deps.database, (client) => enqueuePreview(client, asked, { runAt }));
      return { message: "another counts them" };
    },
  };
}

async function countOwed(
  deps: RecomputeDeps,
  { key, proposal }: OwedPreview,
  progress: JobContext["progress"],
): Promise<void> {
  const { calendars, clock, database } = deps;
  const { pool } = database;
  await calendars.refresh();
  // Another calendar was declared meanwhile: whoever still looks asks anew.
  if (previewKey(proposal, calendars.newest().id) !== key) return forgetPreview(pool, key);
  try {
    const total = await countConcerned(deps, proposal);
    const note = eachSecond(async (done: number) => {
      await notePreview(pool, key, clock(), { done, total: Math.max(total, done) });
      await progress(done, total);
    });
    await note(0);
    const pacer = new Pacer(deps.pause);
    const effects = await countEffects(deps, proposal, {
      get batch() {
        return pacer.batch;
      },
      taken: async (since, done) => {
        await note(done);
        await pacer.rest(since, done, total);
      },
    });
    await endPreview(pool, key, clock(), effects);
  } catch (error) {
    await endPreview(pool, key, clock());
    throw error;
  }
}

function keyOf(payload: unknown): string {
  const key = typeof payload === "object" && payload !== null && "key" in payload ? payload.key : undefined;
  return typeof key === "string" ? key : "";
}
