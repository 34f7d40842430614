import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database.ts";
import type { Frame } from "../../platform/http/frame.ts";

/** What happens in the province today, for the home page. */
export type TodayFigures = {
  /** Cases received since midnight. */
  readonly received: number;
  /** Cases finished since midnight. */
  readonly finished: number;
  /** 0 to 1 of those finished today; undefined before the first. */
  readonly onTimeRate: number | undefined;
};

/** What the composition root gives this room. */
export type CatalogueDeps = {
  readonly database: Database;
  readonly clock: Clock;
  readonly frame: Frame;
  readonly todayFigures: () => Promise<TodayFigures>;
};
