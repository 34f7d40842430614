import type { Lang } from "../../kernel/time.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database.ts";
import type { Frame } from "../../platform/http/frame.ts";
import { provinceOf } from "./domain/province-of.ts";

/** What happens in the province today, for the home page. */
export type TodayFigures = {
  /** Cases received since midnight. */
  readonly received: number;
  /** Cases finished since midnight. */
  readonly finished: number;
  /** 0 to 1 of those finished today; undefined before the first. */
  readonly onTimeRate: number | undefined;
};

/** Where a law makes silence an answer: which one, and the article. */
export type Silence = { readonly outcome: "granted" | "refused"; readonly basis: string };

/** What the composition root gives this room. */
export type CatalogueDeps = {
  readonly database: Database;
  readonly clock: Clock;
  readonly frame: Frame;
  /** Asked for each visitor of the home page: the composition root remembers the answer for some seconds. */
  readonly todayFigures: () => Promise<TodayFigures>;
  /**
   * What silence means for new cases of a procedure, by the codes of the variants that have a process of their own; "" for
   * all others.
   */
  silences(procedureCode: string): Promise<ReadonlyMap<string, Silence | undefined>>;
  /** When desks receive cases: the province's hours first, then those of each unit that has others. */
  readonly intakeHours?: (
    lang: Lang,
  ) => readonly { readonly unit: string | undefined; readonly hours: string }[];
  /** Name of this province, such as "Tỉnh Gia Lai"; absent: procedures of all provinces are shown. */
  readonly province?: () => string;
};

/** The bare name of this province, as procedures carry it. */
export function ownProvince({ province }: CatalogueDeps): string | undefined {
  return province === undefined ? undefined : provinceOf(province());
}
