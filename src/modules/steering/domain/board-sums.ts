import type { LocalDate } from "../../../kernel/time.ts";
import type { BoardEntry } from "./board-entry.ts";
import type { HonestVerdict } from "./verdicts.ts";

/** Every figure that the board keeps, by the name of its column. */
export const COUNTERS = [
  "received",
  "returned",
  "official_on_time",
  "official_overdue",
  "early",
  "on_time",
  "late",
  "re_dated",
  "accepted_late",
  "many_supplements",
  "withdrawn",
  "stopped",
  "no_date",
  "running",
  "open",
  "paused",
  "late_now",
  "late_paused",
  "to_return",
] as const;
export type Counter = (typeof COUNTERS)[number];
export type Counts = Readonly<Record<Counter, number>>;

/** The column of an honest class. */
export const CLASS_COUNTER = {
  early: "early",
  "on-time": "on_time",
  late: "late",
  "re-dated": "re_dated",
  "accepted-late": "accepted_late",
  "many-supplements": "many_supplements",
  withdrawn: "withdrawn",
  stopped: "stopped",
  running: "running",
  "no-date": "no_date",
} as const satisfies Record<HonestVerdict, Counter>;

export const PERIODS = ["today", "month", "year"] as const;
export type BoardPeriod = (typeof PERIODS)[number];
export type Grain = "now" | "day" | "month" | "year";

/** The first day under which the figures of this moment stand: they belong to no day. */
export const NOW_STARTS: LocalDate = "0001-01-01";

/** The row of a period that holds a day. */
export function periodOf(period: BoardPeriod, day: LocalDate): { grain: Grain; starts: LocalDate } {
  if (period === "today") return { grain: "day", starts: day };
  if (period === "month") return { grain: "month", starts: `${day.slice(0, 7)}-01` };
  return { grain: "year", starts: `${day.slice(0, 4)}-01-01` };
}

/** One row of the roll-up: a unit and field in a period. */
export type SumRow = {
  readonly grain: Grain;
  readonly starts: LocalDate;
  readonly unitId: number;
  readonly fieldId: number;
  readonly counts: Record<Counter, number>;
};

export const noCounts = (): Record<Counter, number> => ({
  received: 0,
  returned: 0,
  official_on_time: 0,
  official_overdue: 0,
  early: 0,
  on_time: 0,
  late: 0,
  re_dated: 0,
  accepted_late: 0,
  many_supplements: 0,
  withdrawn: 0,
  stopped: 0,
  no_date: 0,
  running: 0,
  open: 0,
  paused: 0,
  late_now: 0,
  late_paused: 0,
  to_return: 0,
});

/** Gathers by how much rows change; entries that go and come in the same place cancel out. */
export class BoardSums {
  readonly #rows = new Map<string, SumRow>();

  /** Adds (`by` 1) or takes away (`by` -1) what a case contributes. */
  add(entry: BoardEntry, by: 1 | -1): void {
    this.#inPeriods(entry, entry.receivedOn, ["received"], by);
    if (entry.returnedOn !== null) this.#inPeriods(entry, entry.returnedOn, ["returned"], by);
    const verdicts = verdictCounters(entry);
    if (entry.endedOn !== null) this.#inPeriods(entry, entry.endedOn, verdicts, by);
    else this.#count(entry, "now", NOW_STARTS, [...verdicts, ...openCounters(entry)], by);
    if (entry.toReturn) this.#count(entry, "now", NOW_STARTS, ["to_return"], by);
  }

  /** The rows with any number other than 0. */
  rows(): SumRow[] {
    return [...this.#rows.values()].filter(({ counts }) => COUNTERS.some((name) => counts[name] !== 0));
  }

  #inPeriods(entry: BoardEntry, day: LocalDate, names: readonly Counter[], by: number): void {
    for (const period of PERIODS) {
      const { grain, starts } = periodOf(period, day);
      this.#count(entry, grain, starts, names, by);
    }
  }

  #count(
    { unitId, fieldId }: BoardEntry,
    grain: Grain,
    starts: LocalDate,
    names: readonly Counter[],
    by: number,
  ): void {
    const key = `${grain} ${starts} ${unitId} ${fieldId}`;
    const row = this.#rows.get(key) ?? { grain, starts, unitId, fieldId, counts: noCounts() };
    this.#rows.set(key, row);
    for (const name of names) row.counts[name] += by;
  }
}

function verdictCounters({ official, honest }: BoardEntry): Counter[] {
  const counters: Counter[] = [CLASS_COUNTER[honest]];
  if (official === "on-time") counters.push("official_on_time");
  if (official === "overdue") counters.push("official_overdue");
  return counters;
}

/** Late and paused stands apart: nobody can be urged there, and it is late all the same. */
function openCounters({ paused, late }: BoardEntry): Counter[] {
  const counters: Counter[] = paused ? ["open", "paused"] : ["open"];
  if (late) counters.push(paused ? "late_paused" : "late_now");
  return counters;
}
