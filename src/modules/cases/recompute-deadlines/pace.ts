import { MINUTE_MS } from "../../../kernel/time.ts";

/** How far a walk over the open cases is, and what it took: times in milliseconds. */
export type Progress = {
  readonly done: number;
  readonly total: number;
  /** Spent on batches, rests left out. */
  readonly workedMs: number;
  readonly elapsedMs: number;
};

/** How the walk goes on: cases in one statement, and the rest after it as a multiple of the time that it took. */
export type Pace = { readonly batch: number; readonly rest: number };

/** A walk means to be through by then, however many cases there are. */
const MEANT_MS = 4 * MINUTE_MS;
/** Three parts of the machine's time for the people at their desks, one for the walk. */
const LONGEST_REST = 3;
/** Small bites keep nobody waiting; large ones cost less each, for when there is no time to rest. */
const BITES = { small: 50, large: 200 };

/**
 * As gentle as the time allows: the longest rests while the walk still ends as meant, shorter ones where it would not,
 * none and larger bites where there are too many cases for any.
 */
export function paceOf({ done, total, workedMs, elapsedMs }: Progress): Pace {
  if (done === 0 || done >= total) return { batch: BITES.small, rest: LONGEST_REST };
  const workAhead = ((total - done) * workedMs) / done;
  const rest = Math.min(LONGEST_REST, Math.max(0, (MEANT_MS - elapsedMs) / workAhead - 1));
  return { batch: rest < 1 ? BITES.large : BITES.small, rest };
}
