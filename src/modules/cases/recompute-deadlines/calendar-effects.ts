import type { Instant } from "../../../kernel/time.ts";
import type { Database } from "../../../platform/database.ts";
import { listJobRuns } from "../../../platform/job-run.ts";
import {
  type CalendarEffects,
  type Preview,
  type Proposal,
  RECOMPUTE_JOB,
  type RecomputeState,
} from "../../organisation/index.ts";
import { withClient } from "./alone.ts";
import { countConcerned, countEffects } from "./count-effects.ts";
import type { RecomputeDeps } from "./decide-batch.ts";
import { enqueuePreview } from "./preview-job.ts";
import { enterPreview, findPreview, isForsaken, type KeptPreview, previewKey } from "./preview-store.ts";
import { latestRun } from "./recompute-run-store.ts";

/** Open cases that are counted while somebody waits: a fifth of a second on a machine with two processors. */
const FEW = 5000;

/**
 * What the pages of the calendar ask about the cases.
 * @param few up to so many open cases a declaration is counted at once.
 */
export function calendarEffects(deps: RecomputeDeps, few: number = FEW): CalendarEffects {
  const { database, calendars, clock } = deps;
  const areFew = async (proposal: Proposal) => (await countConcerned(deps, proposal, few + 1)) <= few;
  const keyOf = (proposal: Proposal) => previewKey(proposal, calendars.newest().id);
  return {
    preview: async (proposal) => {
      await calendars.refresh();
      const key = keyOf(proposal);
      const now = clock();
      const kept = await findPreview(database.pool, key, now);
      if (kept === undefined && (await areFew(proposal)))
        return { state: "counted", effects: await countEffects(deps, proposal), at: now };
      if (kept !== undefined && !isForsaken(kept, now)) return stateOf(kept);
      await askFor(database, key, proposal, now);
      return { state: "counting", done: 0, total: 0 };
    },
    isCounted: async (proposal) => {
      const kept = await findPreview(database.pool, keyOf(proposal), clock());
      return kept === undefined ? areFew(proposal) : kept.result !== null;
    },
    latestRun: () => stateOfRun(deps),
  };
}

/** Lets it be counted in the background. */
async function askFor(database: Database, key: string, proposal: Proposal, now: Instant): Promise<void> {
  await withClient(database, async (client) => {
    await client.query("begin");
    try {
      if (await enterPreview(client, key, proposal, now)) await enqueuePreview(client, key);
      await client.query("commit");
    } catch (error) {
      await client.query("rollback");
      throw error;
    }
  });
}

function stateOf({ result, endedAt, notedAt, done, total }: KeptPreview): Preview {
  if (result !== null) return { state: "counted", effects: result, at: notedAt };
  return endedAt === null ? { state: "counting", done, total } : { state: "failed" };
}

async function stateOfRun({ database }: RecomputeDeps): Promise<RecomputeState | undefined> {
  const [run, jobs] = await Promise.all([latestRun(database.pool), listJobRuns(database)]);
  if (run === undefined) return undefined;
  const job = jobs.find((one) => one.name === RECOMPUTE_JOB);
  const { done, total, moved, unexplained, begunAt, endedAt } = run;
  const state = endedAt !== null ? "done" : job?.state === "failed" ? "failed" : "running";
  return { state, done, total, moved, unexplained, begunAt, endedAt: endedAt ?? undefined };
}
