import { dayNumber, type LocalDate } from "./time.ts";

/** Hours in which people work, as minutes of the day; the end is no part of it. */
export type Session = { readonly start: number; readonly end: number };
/** The hours of one day, in order; none on a day of rest. */
export type Sessions = readonly Session[];

/** Hours of work from a day on, until the next that are declared. */
export type HoursFrom = { readonly from: LocalDate; readonly sessions: Sessions };

/** Hours of intake of each weekday, Monday first, from a day on; without a week they are the hours of work. */
export type IntakeFrom = { readonly from: LocalDate; readonly week?: readonly Sessions[] };

/** The hours of an ordinary week from a day on. */
export type HoursPeriod = {
  /** Number of the first day. */
  readonly fromDay: number;
  /** Of each weekday, Monday first. */
  readonly week: readonly Sessions[];
  /** Of a day that is worked though the week rests on it. */
  readonly makeUp: Sessions;
};

/** Minutes of all sessions together. */
export function minutesOf(sessions: Sessions): number {
  return sessions.reduce((sum, session) => sum + session.end - session.start, 0);
}

/** Why these are no sessions of a day; undefined where they are. An empty day is one. */
export function sessionsFault(sessions: Sessions): "order" | undefined {
  let end = 0;
  for (const session of sessions) {
    if (session.start < end || session.end <= session.start || session.end > 1440) return "order";
    end = session.end;
  }
  return undefined;
}

type WeekDefinition = {
  readonly sessions: Sessions;
  readonly restWeekdays: readonly number[];
  readonly hours?: readonly HoursFrom[] | undefined;
};

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

/** The weeks of work: the hours from the beginning, and those that begin on a day. */
export function workingPeriods({ sessions, restWeekdays, hours = [] }: WeekDefinition): HoursPeriod[] {
  const period = (fromDay: number, makeUp: Sessions): HoursPeriod => ({
    fromDay,
    makeUp,
    week: WEEKDAYS.map((weekday) => (restWeekdays.includes(weekday) ? [] : makeUp)),
  });
  const later = hours.map(({ from, sessions: declared }) => period(dayNumber(from), declared));
  return [period(Number.NEGATIVE_INFINITY, sessions), ...later.sort((a, b) => a.fromDay - b.fromDay)];
}

/** The weeks of intake: those declared, where none is the week of work. A day worked instead has the hours of work. */
export function intakePeriods(working: readonly HoursPeriod[], intake: readonly IntakeFrom[]): HoursPeriod[] {
  const declared = intake.map(({ from, week }) => ({ fromDay: dayNumber(from), week }));
  declared.sort((a, b) => a.fromDay - b.fromDay);
  const starts = new Set([...working, ...declared].map(({ fromDay }) => fromDay));
  return [...starts]
    .sort((a, b) => a - b)
    .map((fromDay) => {
      const { week, makeUp } = periodOn(working, fromDay);
      const own = declared.findLast((one) => one.fromDay <= fromDay)?.week;
      return { fromDay, week: own ?? week, makeUp };
    });
}

/** The period in force on a day; the first begins before all days. */
export function periodOn(periods: readonly HoursPeriod[], day: number): HoursPeriod {
  let index = periods.length - 1;
  while (index > 0 && (periods[index]?.fromDay ?? 0) > day) index--;
  const period = periods[index];
  if (period === undefined) throw new RangeError("a calendar has hours from the beginning on");
  return period;
}
