import type { DerivationLine } from "../../../kernel/deadline.ts";
import { formatDate, formatMinute, type LocalDate, weekdayOf } from "../../../kernel/time.ts";
import type { ExplainMessages } from "./messages.vi.ts";

/** A line of the derivation as the table shows it. */
export type LineWords = { readonly day: string; readonly what: string };

/** Why the counting began: received, papers completed, procedure put right. */
export type CountingWhy = keyof ExplainMessages["counted"];

export function lineWords(line: DerivationLine, why: CountingWhy, words: ExplainMessages): LineWords {
  const what = whatOf(line, why, words);
  return {
    day: dayWords(line.date, words),
    what: line.source === undefined ? what : `${what} (${citation(line.source)})`,
  };
}

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
      return words.yes(line.number ?? 0);
    case "extra-counted":
      return words.yesExtra(line.number ?? 0);
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
    case "moved-to-working-day":
    case "same-day":
      return why[line.kind];
  }
}

/** Working minutes in days of eight hours, hours and minutes. */
export function workingTime(minutes: number, words: ExplainMessages): string {
  return words.daysAndHours(Math.floor(minutes / 480), Math.floor((minutes % 480) / 60), minutes % 60);
}
