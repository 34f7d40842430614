import type { Job } from "../../../platform/jobs.ts";
import { decideBySilence, type SilenceDeps } from "./decide-by-silence.ts";

/** Where a law makes silence an answer, the answer comes of itself soon after the appointment. */
export function silenceJobs(deps: SilenceDeps): readonly Job[] {
  return [
    {
      name: "decide-by-silence",
      schedule: { everyMinutes: 5 },
      run: async (_payload, { now }) => {
        const { decided, left } = await decideBySilence(deps, now);
        const why = [...left].map(([word, cases]) => `${cases} ${word}`).join(", ");
        return left.size === 0
          ? { done: decided }
          : { done: decided, message: `${decided} decided by silence, left: ${why}` };
      },
    },
  ];
}
