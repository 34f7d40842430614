import { workingDaysBefore } from "./deadline.ts";
import type { Instant } from "./time.ts";
import type { WorkingCalendar } from "./working-calendar.ts";

/**
 * From when on an apology is owed: so many working days before the appointment (NĐ 61/2018/NĐ-CP, Điều 19 khoản 9: one,
 * at the latest), each counted as a day however few its hours. A case that was promised within that time cannot keep
 * this; there it is owed from the appointment on.
 */
export function apologyOwedFrom(
  { startedAt, dueAt }: { readonly startedAt: Instant; readonly dueAt: Instant },
  calendar: WorkingCalendar,
  beforeWorkingDays: number,
): Instant {
  const from = workingDaysBefore(calendar, dueAt, beforeWorkingDays);
  return from <= startedAt ? dueAt : from;
}
