import { type Instant, localDateOf } from "../../../kernel/time.ts";
import type { Clock } from "../../../platform/clock.ts";
import { CurrentReading } from "../../../platform/current-reading.ts";
import type { Database } from "../../../platform/database.ts";
import type { BoardPeriod } from "../domain/board-sums.ts";
import { type BoardNumbers, type BoardScope, boardNumbers } from "./board-numbers.query.ts";
import { boardState } from "./board-store.ts";
import { tickBoard } from "./count-board.ts";

const TICK_MS = 1000;
/** Parts of the province whose numbers are remembered at once. */
const REMEMBERED = 200;
/** Where nobody ticks, whoever asks counts. */
const STALE_MS = 15_000;
/** Telling many different boards takes its time: then the base rests for as long as this many tellings. */
const REST = 3;
const TAKES_LONG_MS = 200;

/** Who wants to hear of new numbers, after a tick that brought some. */
export type BoardListener = () => Promise<void>;

/**
 * The live board in this process: counts about every second (one process of all does), remembers the numbers of each
 * version, and tells listeners when there is a new one.
 */
export class LiveBoard {
  readonly #deps: { readonly database: Database; readonly clock: Clock };
  readonly #listeners = new Set<BoardListener>();
  readonly #remembered = new Map<string, { readonly key: string; readonly numbers: Promise<BoardNumbers> }>();
  #told = "";
  #restUntil = 0;
  #checkedAt = 0;
  #timer: NodeJS.Timeout | undefined;
  /** Apart from telling, which asks for numbers: whoever counts for them must never wait for those who are told. */
  readonly #counting = new CurrentReading(async () => {
    await tickBoard(this.#deps.database, this.#deps.clock());
  });
  readonly #ticking = new CurrentReading(() => this.#countAndTell());

  constructor(deps: { readonly database: Database; readonly clock: Clock }) {
    this.#deps = deps;
  }

  /** Ticks every second until `stop`; a tick that fails is tried again with the next. */
  start(onFault: (fault: unknown) => void): void {
    this.#timer ??= setInterval(() => this.#ticking.join().catch(onFault), TICK_MS);
  }

  /** Ends the ticking and waits for the tick under way. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#timer = undefined;
    await this.#ticking.ended();
  }

  /** Counts what has changed and tells the listeners: whatever was committed before the call is counted. */
  tick(): Promise<void> {
    return this.#ticking.again();
  }

  async #countAndTell(): Promise<void> {
    const { database, clock } = this.#deps;
    const now = clock();
    await this.#counting.again();
    // Another process may have counted, or hold all others off while it rebuilds: the base says for when it holds.
    const { version, asOf } = await boardState(database.pool);
    this.#checkedAt = asOf;
    const edition = `${version} ${localDateOf(now)}`;
    const begun = performance.now();
    if (this.#listeners.size === 0 || edition === this.#told || begun < this.#restUntil) return;
    for (const tell of this.#listeners) await tell();
    this.#told = edition;
    const took = performance.now() - begun;
    this.#restUntil = took < TAKES_LONG_MS ? 0 : begun + took * (1 + REST);
  }

  /** The moment for which the numbers of the base held at the last tick. */
  get checkedAt(): Instant {
    return this.#checkedAt;
  }

  /** Hears of new numbers until the answer is called. */
  listen(listener: BoardListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The numbers of a period; those of each part of the province are read once for each version and day. */
  async numbers(period: BoardPeriod, scope: BoardScope = {}): Promise<BoardNumbers> {
    const { database, clock } = this.#deps;
    const now = clock();
    let { asOf, version } = await boardState(database.pool);
    if (now - asOf > STALE_MS) {
      await this.#counting.join();
      ({ asOf, version } = await boardState(database.pool));
    }
    const ask = () => boardNumbers(database.pool, period, now, scope);
    const part = JSON.stringify([period, scope.unitIds, scope.fieldId]);
    const key = `${version} ${localDateOf(now)}`;
    const known = this.#remembered.get(part);
    if (known?.key === key) return { ...(await known.numbers), asOf };
    const numbers = ask();
    if (this.#remembered.size >= REMEMBERED) this.#remembered.clear();
    this.#remembered.set(part, { key, numbers });
    numbers.catch(() => this.#remembered.delete(part));
    return numbers;
  }
}
