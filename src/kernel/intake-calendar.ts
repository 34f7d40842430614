import { intakePeriods } from "./day-sessions.ts";
import type { WorkingCalendar } from "./working-calendar.ts";

/** Calendars never change; when one is forgotten, so is its intake. */
const kept = new WeakMap<WorkingCalendar, WorkingCalendar>();

/**
 * When cases are received: the declared hours of intake, such as "thứ hai đến thứ sáu và sáng thứ bảy" (1.004194), where
 * none are declared the working calendar itself. Holidays close it too; a day worked instead, or half, has the hours of
 * work. Deadlines are never counted by it, except the hours within which an online case must be accepted.
 */
export function intakeCalendar(calendar: WorkingCalendar): WorkingCalendar {
  const { intake = [], periods } = calendar;
  if (intake.length === 0) return calendar;
  const known = kept.get(calendar);
  if (known !== undefined) return known;
  const own = { ...calendar, periods: intakePeriods(periods, intake), workedBefore: [0] };
  kept.set(calendar, own);
  return own;
}
