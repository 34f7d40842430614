import type { Instant } from "./time.ts";
import { addWorkingMinutes, type WorkingCalendar, workingMinutesBetween } from "./working-calendar.ts";

/**
 * From when on an apology is owed: so many working days before the appointment (NĐ 61/2018/NĐ-CP, Điều 19 khoản 9: one,
 * at the latest). A case that was promised within that time cannot keep this; there it is owed from the appointment on.
 */
export function apologyOwedFrom(
  { startedAt, dueAt }: { readonly startedAt: Instant; readonly dueAt: Instant },
  calendar: WorkingCalendar,
  beforeWorkingDays: number,
): Instant {
  const ahead = beforeWorkingDays * calendar.dayMinutes;
  const given = workingMinutesBetween(calendar, startedAt, dueAt);
  return given <= ahead ? dueAt : addWorkingMinutes(calendar, startedAt, given - ahead);
}
