import { type Instant, localDateOf } from "./time.ts";
import { addWorkingMinutes, type WorkingCalendar } from "./working-calendar.ts";

/** Whether a result came early (on an earlier day), on time or late (TT 01/2018, Điều 13; QĐ 766/QĐ-TTg). */
export type Verdict = "early" | "on-time" | "late";

/** Judges a finished case: late after the appointment, early on an earlier day than it, else on time. */
export function verdict(dueAt: Instant, finishedAt: Instant): Verdict {
  if (finishedAt > dueAt) return "late";
  return localDateOf(finishedAt) < localDateOf(dueAt) ? "early" : "on-time";
}

/** The dates by which a result is owed: the lawful one, and the one that an apology named. */
export type PromisedDates = { readonly dueAt?: Instant | undefined; readonly newDueAt?: Instant | undefined };

/**
 * The appointment in force: the later of the lawful date and the one after an apology, which a declared holiday or a
 * payment may have moved past each other; where there is one date, that one.
 */
export function appointmentInForce(dates: PromisedDates & { readonly dueAt: Instant }): Instant;
export function appointmentInForce(dates: PromisedDates): Instant | undefined;
export function appointmentInForce({ dueAt, newDueAt }: PromisedDates): Instant | undefined {
  return dueAt === undefined || newDueAt === undefined ? (dueAt ?? newDueAt) : Math.max(dueAt, newDueAt);
}

/** How pressing an open case is. */
export type Urgency = "late" | "due-today" | "soon" | "ok";

/** Late after the appointment; due today; soon when at most one working day of time is left; else in order. */
export function urgency(now: Instant, dueAt: Instant, calendar: WorkingCalendar): Urgency {
  if (now > dueAt) return "late";
  if (localDateOf(now) === localDateOf(dueAt)) return "due-today";
  return addWorkingMinutes(calendar, now, calendar.dayMinutes) >= dueAt ? "soon" : "ok";
}
