import type { Instant } from "../kernel/time.ts";

/** Gives the present instant. Injected everywhere: nobody reads the clock directly (design: time is law). */
export type Clock = () => Instant;

/** The machine's clock. */
export const systemClock: Clock = () => Date.now();

/** A clock that somebody else moves: tests and the day in the province. */
export class SettableClock {
  #now: Instant;

  constructor(start: Instant) {
    this.#now = start;
  }

  readonly read: Clock = () => this.#now;

  /** Moves the clock; going back is a bug, since history is append-only. */
  moveTo(instant: Instant): void {
    if (instant < this.#now) throw new Error("the clock does not go back");
    this.#now = instant;
  }
}
