import { addDays, type Instant, type LocalDate, localDateOf } from "../kernel/time.ts";
import { isWorkingDay, nextWorkingDay, type WorkingCalendar } from "../kernel/working-calendar.ts";

/**
 * The working days to play: the last ones before today, or, since history only grows, those after the newest action
 * that is there already.
 */
export function daysToPlay(
  count: number,
  now: Instant,
  latestAction: Instant | undefined,
  calendar: WorkingCalendar,
): LocalDate[] {
  const days: LocalDate[] = [];
  for (let day = addDays(localDateOf(now), -1); days.length < count; day = addDays(day, -1)) {
    if (isWorkingDay(calendar, day)) days.unshift(day);
  }
  const first = days[0];
  const newest = latestAction === undefined ? undefined : localDateOf(latestAction);
  if (newest === undefined || first === undefined || newest < first) return days;
  let day = newest;
  return days.map(() => {
    day = nextWorkingDay(calendar, day);
    return day;
  });
}
