import type { Job } from "../../platform/jobs.ts";
import { draftApologies } from "./draft-apologies/draft-apologies.ts";
import { countVerdicts } from "./figures/count-verdicts.ts";
import type { SteeringDeps } from "./steering-deps.ts";
import { warnSilence } from "./warn-silence/warn-silence.ts";
import { warnSteps } from "./warn-steps/warn-steps.ts";

/** What this room does by itself; how it went stands in platform.job_run. */
export function steeringJobs(deps: SteeringDeps): readonly Job[] {
  return [
    {
      name: "warn-steps",
      schedule: { everyMinutes: 5 },
      run: async (_payload, { now }) => ({ done: await warnSteps(deps, now) }),
    },
    // Every ten minutes: 07:10 before the offices open is one of them, and drafts keep in step with the day.
    {
      name: "draft-apologies",
      schedule: { everyMinutes: 10 },
      run: async (_payload, { now }) => ({ done: await draftApologies(deps, now) }),
    },
    {
      name: "warn-silence",
      schedule: { everyMinutes: 10 },
      run: async (_payload, { now }) => ({ done: await warnSilence(deps, now) }),
    },
    {
      name: "count-verdicts",
      schedule: { everyMinutes: 5 },
      run: async (_payload, { now }) => ({ done: await countVerdicts(deps, now) }),
    },
  ];
}
