import { COUNTERS, type Counter, noCounts } from "../domain/board-sums.ts";
import { honestShare, officialShare } from "../domain/verdicts.ts";
import type { BoardLine } from "./board-numbers.query.ts";

/** What the board shows of the province, a level, a unit or a field. */
export type BoardFigures = {
  readonly received: number;
  /** Came to an end in the period, with or without a result. */
  readonly ended: number;
  readonly returned: number;
  /** Ended in the period early or on the day. */
  readonly onTime: number;
  /** Ended in the period after the lawful appointment, a new date or more papers than allowed included. */
  readonly late: number;
  readonly withdrawnOrStopped: number;
  readonly open: number;
  readonly paused: number;
  /** Late and the clock runs: somebody can be urged. */
  readonly lateNow: number;
  /** Of the paused those that were late when their clock stopped. */
  readonly latePaused: number;
  readonly toReturn: number;
  /** Shares 0..1; undefined where no case counts. The same cases as on /figures: ended in the period, and open now. */
  readonly official: number | undefined;
  readonly honest: number | undefined;
  /** How many cases each share is made of: a share of a handful says little. */
  readonly officialBase: number;
  readonly honestBase: number;
};

const ENDED: readonly Counter[] = [
  "early",
  "on_time",
  "late",
  "re_dated",
  "accepted_late",
  "many_supplements",
  "withdrawn",
  "stopped",
  "no_date",
];

/** The figures of a line; both shares are those of /figures. */
export function figuresOfLine({ period, now }: BoardLine): BoardFigures {
  const both = noCounts();
  for (const name of COUNTERS) both[name] = period[name] + now[name];
  const honest = honestShare({
    early: both.early,
    "on-time": both.on_time,
    late: both.late,
    "re-dated": both.re_dated,
    "accepted-late": both.accepted_late,
    "many-supplements": both.many_supplements,
    withdrawn: both.withdrawn,
    stopped: both.stopped,
    running: both.running,
    "no-date": both.no_date,
  });
  return {
    received: period.received,
    ended: ENDED.reduce((sum, name) => sum + period[name], 0),
    returned: period.returned,
    onTime: period.early + period.on_time,
    late: period.late + period.re_dated + period.accepted_late + period.many_supplements,
    withdrawnOrStopped: period.withdrawn + period.stopped,
    open: now.open,
    paused: now.paused,
    lateNow: now.late_now,
    latePaused: now.late_paused,
    toReturn: now.to_return,
    official: officialShare(both.official_on_time, both.official_overdue),
    honest: honest.share,
    officialBase: both.official_on_time + both.official_overdue,
    honestBase: honest.base,
  };
}
