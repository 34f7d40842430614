import type { TimeLimit } from "../../kernel/time-limit.ts";

const DAY = 480;

/**
 * Working minutes that surely exist within a limit; a working day has 480.
 *
 * working-day, hour: exactly what the law gives.
 * in-day: 120. A case received just before the cut-off of 15:00 is answered before the office closes at 17:00.
 * calendar-day: five days of seven, rounded down to whole days but at least one, as a term may begin on a Friday.
 * month: its shortest is 28 days, hence 20 working days each.
 * A holiday within a calendar limit moves the due date of a step, not its budget.
 */
export function limitMinutes(limit: TimeLimit): number {
  switch (limit.unit) {
    case "hour":
      return limit.amount * 60;
    case "working-day":
      return limit.amount * DAY;
    case "in-day":
      return 120;
    case "calendar-day":
      return Math.max(1, Math.floor((limit.amount * 5) / 7)) * DAY;
    case "month":
      return limit.amount * 20 * DAY;
  }
}
