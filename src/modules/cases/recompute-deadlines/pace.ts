import { setTimeout as sleep } from "node:timers/promises";
import { MINUTE_MS } from "../../../kernel/time.ts";

/** How far a walk over the open cases is, and what it took: times in milliseconds. */
export type Progress = {
  readonly done: number;
  readonly total: number;
  /** Spent on batches, rests left out. */
  readonly workedMs: number;
  readonly elapsedMs: number;
};

/**
 * How the walk goes on: cases in one statement, the rest after it as a multiple of the time that it took, and how many
 * of these statements may write at once.
 */
export type Pace = { readonly batch: number; readonly rest: number; readonly writers: 1 | 2 };

/** A walk means to be through by then, however many cases there are. */
const MEANT_MS = 4 * MINUTE_MS;
/** Three parts of the machine's time for the people at their desks, one for the walk. */
const LONGEST_REST = 3;
/** Small bites keep nobody waiting; large ones cost less each, for when there is no time to rest. */
const BITES = { small: 50, large: 200 };
const NOTE_MS = 1000;

/**
 * As gentle as the time allows: the longest rests while the walk still ends as meant, shorter ones where it would not,
 * none and larger bites where there are too many cases for any, and two that write at once where even that would not do:
 * one keeps a single processor busy.
 */
export function paceOf({ done, total, workedMs, elapsedMs }: Progress): Pace {
  if (done === 0 || done >= total) return { batch: BITES.small, rest: LONGEST_REST, writers: 1 };
  const workAhead = ((total - done) * workedMs) / done;
  const spare = (MEANT_MS - elapsedMs) / workAhead - 1;
  const rest = Math.min(LONGEST_REST, Math.max(0, spare));
  return { batch: rest < 1 ? BITES.large : BITES.small, rest, writers: spare < 0 ? 2 : 1 };
}

/** Waits for so many milliseconds. */
export type Pause = (ms: number) => Promise<unknown>;

/** Keeps a walk at its pace. */
export class Pacer {
  readonly #pause: Pause;
  readonly #begun = performance.now();
  #workedMs = 0;
  #pace: Pace = paceOf({ done: 0, total: 0, workedMs: 0, elapsedMs: 0 });

  /** @param pause how it rests; tests rest without time. */
  constructor(pause: Pause = sleep) {
    this.#pause = pause;
  }

  /** Cases of the next bite. */
  get batch(): number {
    return this.#pace.batch;
  }

  /** How many bites may be written at once. */
  get writers(): number {
    return this.#pace.writers;
  }

  /** Rests after a bite that began at a moment of `performance.now()`. */
  async rest(since: number, done: number, total: number): Promise<void> {
    const now = performance.now();
    this.#workedMs += now - since;
    this.#pace = paceOf({ done, total, workedMs: this.#workedMs, elapsedMs: now - this.#begun });
    await this.#pause((now - since) * this.#pace.rest);
  }
}

/** Lets through what is noted once a second: who looks at the page sees it move, and bites come oftener than that. */
export function eachSecond<T>(note: (far: T) => Promise<void>): (far: T) => Promise<void> {
  let noted = Number.NEGATIVE_INFINITY;
  return async (far) => {
    if (performance.now() - noted < NOTE_MS) return;
    noted = performance.now();
    await note(far);
  };
}
