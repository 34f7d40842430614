import type { DerivationLine } from "../../../kernel/deadline.ts";
import { formatDate, formatMinute, type LocalDate, weekdayOf } from "../../../kernel/time.ts";
import type { ExplainMessages } from "./messages.vi.ts";

/** A line of the derivation as the table shows it. */
export type LineWords = { readonly day: string; readonly counted: string; readonly why: string };

export function lineWords(line: DerivationLine, words: ExplainMessages): LineWords {
  const why = reason(line, words);
  return {
    day: dayWords(line.date, words),
    counted: countedWords(line, words),
    why: line.source === undefined ? why : `${why} (${line.source})`,
  };
}

/** "thứ hai 23/11/2026". */
function dayWords(date: LocalDate, words: ExplainMessages): string {
  return `${words.weekdays[weekdayOf(date) - 1] ?? ""} ${formatDate(date)}`;
}

function countedWords(line: DerivationLine, words: ExplainMessages): string {
  switch (line.kind) {
    case "counted":
      return words.yes(line.number ?? 0);
    case "extra-counted":
      return words.yesExtra(line.number ?? 0);
    case "first-day-not-counted":
    case "weekly-rest":
    case "holiday":
      return words.no;
    default:
      return words.dash;
  }
}

function reason(line: DerivationLine, words: ExplainMessages): string {
  const { why } = words;
  switch (line.kind) {
    case "received":
    case "due":
      return why[line.kind](formatMinute(line.minutes ?? 0));
    case "holiday":
      return why.holiday(line.name ?? "");
    case "fraction":
    case "hours":
      return why[line.kind](workingTime(line.minutes ?? 0, words));
    case "calendar-days":
    case "months":
      return why[line.kind](line.number ?? 0);
    default:
      return why[line.kind];
  }
}

/** Working minutes in days of eight hours, hours and minutes. */
export function workingTime(minutes: number, words: ExplainMessages): string {
  return words.daysAndHours(Math.floor(minutes / 480), Math.floor((minutes % 480) / 60), minutes % 60);
}
