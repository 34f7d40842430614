import type { DerivationLine } from "../../../kernel/deadline.ts";
import { formatDate, formatMinute, type LocalDate, weekdayOf } from "../../../kernel/time.ts";
import type { CountingWhy } from "../domain/counting.ts";
import type { ExplainMessages } from "./messages.vi.ts";

/** A line of the derivation as the table shows it. */
export type LineWords = { readonly day: string; readonly what: string };

export function lineWords(line: DerivationLine, why: CountingWhy, words: ExplainMessages): LineWords {
  const counted = whatOf(line, why, words);
  const what = line.source?.includes(COMPUTED) ? `${counted}, ${words.why.computed}` : counted;
  return {
    day: dayWords(line.date, words),
    what: line.source === undefined ? what : `${what} (${citation(line.source)})`,
  };
}

/** Stands in the source of a holiday that the law gives and no published schedule confirms yet. */
const COMPUTED = "(computed)";

/** The articles of a source; what stands in brackets behind them is a note for programmers. */
export function citation(source: string): string {
  return source.replace(/ \([^)]*\)/g, "");
}

/** "thứ hai 23/11/2026". */
function dayWords(date: LocalDate, words: ExplainMessages): string {
  return `${words.weekdays[weekdayOf(date) - 1] ?? ""} ${formatDate(date)}`;
}

function whatOf(line: DerivationLine, began: CountingWhy, words: ExplainMessages): string {
  const { why } = words;
  switch (line.kind) {
    case "received":
      return why.received[began](formatMinute(line.minutes ?? 0));
    case "due":
      return why.due(formatMinute(line.minutes ?? 0));
    case "counted":
      return named(words.yes(line.number ?? 0), line.name);
    case "extra-counted":
      return named(words.yesExtra(line.number ?? 0), line.name);
    case "worked":
      return named(workingTime(line.minutes ?? 0, words), line.name);
    case "first-day-not-counted":
    case "weekly-rest":
      return words.no(why[line.kind]);
    case "holiday":
      return words.no(why.holiday(line.name ?? ""));
    case "fraction":
    case "hours":
      return why[line.kind](workingTime(line.minutes ?? 0, words));
    case "calendar-days":
    case "months":
      return why[line.kind](line.number ?? 0);
    case "cut-off":
    case "same-day":
      return why[line.kind](formatMinute(line.minutes ?? 0));
    case "answer-day":
    case "moved-to-working-day":
      return why[line.kind];
  }
}

const named = (what: string, name: string | undefined): string =>
  name === undefined ? what : `${what}: ${name}`;

/** Working minutes in days of eight hours, hours and minutes. */
export function workingTime(minutes: number, words: ExplainMessages): string {
  return words.daysAndHours(Math.floor(minutes / 480), Math.floor((minutes % 480) / 60), minutes % 60);
}
