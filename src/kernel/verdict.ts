import { type Instant, localDateOf } from "./time.ts";
import { addWorkingMinutes, type WorkingCalendar } from "./working-calendar.ts";

/** Whether a result came early (on an earlier day), on time or late (TT 01/2018, Điều 13; QĐ 766/QĐ-TTg). */
export type Verdict = "early" | "on-time" | "late";

/** Judges a finished case: late after the appointment, early on an earlier day than it, else on time. */
export function verdict(dueAt: Instant, finishedAt: Instant): Verdict {
  if (finishedAt > dueAt) return "late";
  return localDateOf(finishedAt) < localDateOf(dueAt) ? "early" : "on-time";
}

/** How pressing an open case is. */
export type Urgency = "late" | "due-today" | "soon" | "ok";

/** Late after the appointment; due today; soon when at most one working day of time is left; else in order. */
export function urgency(now: Instant, dueAt: Instant, calendar: WorkingCalendar): Urgency {
  if (now > dueAt) return "late";
  if (localDateOf(now) === localDateOf(dueAt)) return "due-today";
  return addWorkingMinutes(calendar, now, calendar.dayMinutes) >= dueAt ? "soon" : "ok";
}
