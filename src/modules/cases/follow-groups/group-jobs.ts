import type { Job } from "../../../platform/jobs.ts";
import type { CasesDeps } from "../cases-deps.ts";
import { followGroups } from "./follow-groups.ts";

/** What the groups do by themselves. */
export function groupJobs(deps: CasesDeps): readonly Job[] {
  return [
    {
      name: "follow-groups",
      schedule: { everyMinutes: 1 },
      run: async (_payload, { now }) => ({ done: await followGroups(deps, now) }),
    },
  ];
}
