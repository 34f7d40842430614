import { type Instant, type LocalDate, localDateOf, MINUTE_MS } from "../../../kernel/time.ts";
import { type Unaccepted, unacceptedOnline } from "../../cases/index.ts";
import { type Figures, figuresOf } from "../domain/verdicts.ts";
import type { SteeringDeps } from "../steering-deps.ts";
import { countedUntil, endedCounts, openCounts } from "../verdict-store.ts";
import { countVerdicts } from "./count-verdicts.ts";

export const PERIODS = ["today", "month", "year"] as const;
export type Period = (typeof PERIODS)[number];

/** Both figures of the province, as of a moment. */
export type ProvinceFigures = {
  readonly asOf: Instant;
  readonly periods: Readonly<Record<Period, Figures>>;
  /** Online cases that nobody accepted in time: they are in neither rate. `refused` in the order of the periods. */
  readonly unaccepted: Unaccepted;
};

/** The job counts every five minutes; where none runs, whoever asks counts. */
const STALE_MS = 7 * MINUTE_MS;

/**
 * Both figures of today, this month and this year: the cases that ended in the period, and all that are open, which
 * the official formula counts in every period that has not ended.
 */
export async function provinceFigures(
  deps: Pick<SteeringDeps, "database" | "clock">,
): Promise<ProvinceFigures> {
  const { pool } = deps.database;
  const now = deps.clock();
  const counted = await countedUntil(pool, "figures");
  const fresh = counted !== undefined && now - counted < STALE_MS;
  if (!fresh) await countVerdicts(deps, now);
  const open = await openCounts(pool);
  const today = localDateOf(now);
  const begins = { today, month: `${today.slice(0, 8)}01`, year: `${today.slice(0, 5)}01-01` };
  const since = async (from: LocalDate) => figuresOf([...(await endedCounts(pool, from, today)), ...open]);
  return {
    asOf: fresh ? counted : now,
    periods: {
      today: await since(begins.today),
      month: await since(begins.month),
      year: await since(begins.year),
    },
    unaccepted: await unacceptedOnline(
      pool,
      PERIODS.map((period) => begins[period]),
      now,
    ),
  };
}
