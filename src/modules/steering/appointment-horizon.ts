import { endOfTerm } from "../../kernel/deadline.ts";
import { rulesOn } from "../../kernel/deadline-rules.ts";
import { addDays, type Instant, instantOf, localDateOf } from "../../kernel/time.ts";
import type { WorkingCalendar } from "../../kernel/working-calendar.ts";
import type { SteeringDeps } from "./steering-deps.ts";

/**
 * The midnight before which every appointment lies that is as many working days ahead as an apology must be, by
 * whichever calendar rests longest: what is asked of the database before each case is looked at by its own calendar.
 */
export function appointmentHorizon(
  { directory, calendarOf }: Pick<SteeringDeps, "directory" | "calendarOf">,
  now: Instant,
): Instant {
  const calendars = new Set<WorkingCalendar>(directory.units().map((unit) => calendarOf(unit.id)));
  const { apologyBeforeWorkingDays } = rulesOn(localDateOf(now));
  const ends = [...calendars].map((calendar) => endOfTerm(calendar, now, apologyBeforeWorkingDays));
  return instantOf(addDays(localDateOf(Math.max(now, ...ends)), 1), 0);
}
