import type { Instant } from "../kernel/time.ts";
import type { Job } from "../platform/jobs.ts";

/** Does what the worker of npm start would do by itself; the demo's clock has no worker. Throws for a name that is no job. */
export async function runJobs(jobs: readonly Job[], names: readonly string[], now: Instant): Promise<void> {
  for (const name of names) {
    const job = jobs.find((one) => one.name === name);
    if (job === undefined) throw new Error(`no job ${name}`);
    await job.run({}, { now, progress: async () => {} });
  }
}
