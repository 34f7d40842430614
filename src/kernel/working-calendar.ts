import {
  type HoursFrom,
  type HoursPeriod,
  type IntakeFrom,
  minutesOf,
  periodOn,
  type Sessions,
  sessionsFault,
  workingPeriods,
} from "./day-sessions.ts";
import {
  dateOfDayNumber,
  dayNumber,
  dayNumberAt,
  type Instant,
  type LocalDate,
  MINUTE_MS,
  startOfDayNumber,
  weekdayOfDayNumber,
} from "./time.ts";

/** A day that differs from the ordinary week: a holiday, a compensating rest, a Saturday worked instead, a half day. */
export type DayException = {
  readonly date: LocalDate;
  readonly working: boolean;
  /** Hours of this working day alone, such as a morning: a whole day for limits in days, its minutes for hours. */
  readonly sessions?: Sessions;
  readonly name: string;
  /** Decision or article. */
  readonly source: string;
};

/** A working calendar as data. Sessions are minutes of the day; the sum of all sessions is one working day. */
export type CalendarDefinition = {
  readonly id: string;
  readonly version: string;
  readonly sessions: Sessions;
  /** Other hours from a day on; as many minutes as the day had before. */
  readonly hours?: readonly HoursFrom[];
  /** When cases are received, where that is not when people work. */
  readonly intake?: readonly IntakeFrom[];
  /** 1 Monday … 7 Sunday. */
  readonly restWeekdays: readonly number[];
  readonly exceptions: readonly DayException[];
};

/** A definition with its index: working time before each day, so that spans of years cost no more than hours. */
export type WorkingCalendar = CalendarDefinition & {
  /** Working minutes of one full day. */
  readonly dayMinutes: number;
  /** The ordinary weeks by the day on which they begin, the oldest first. */
  readonly periods: readonly HoursPeriod[];
  readonly byDate: ReadonlyMap<LocalDate, DayException>;
  /** Working milliseconds from the first day to the start of day FIRST + index; grows on demand. */
  readonly workedBefore: number[];
};

export type RestReason = {
  readonly kind: "weekly-rest" | "holiday";
  readonly name?: string;
  readonly source?: string;
};

const FIRST = dayNumber("2000-01-01");
const LAST = dayNumber("2199-12-31");

/**
 * Indexes a definition. Throws on sessions that overlap, run backwards or leave no working time, on later hours that
 * make the working day longer or shorter, on a half day longer than a day, and on a week without intake.
 */
export function buildCalendar(definition: CalendarDefinition): WorkingCalendar {
  const { id, sessions, hours = [], intake = [], exceptions } = definition;
  const dayMinutes = minutesOf(checked(id, sessions));
  if (dayMinutes === 0) throw new RangeError(`calendar ${id} has no working time`);
  for (const later of hours) {
    if (minutesOf(checked(id, later.sessions)) !== dayMinutes)
      throw new RangeError(
        `calendar ${id}: a working day has ${dayMinutes} minutes, also from ${later.from} on`,
      );
  }
  for (const { date, working, sessions: own } of exceptions) {
    const minutes = own === undefined ? dayMinutes : minutesOf(checked(id, own));
    if (minutes === 0 || minutes > dayMinutes || (own !== undefined && !working))
      throw new RangeError(`calendar ${id}: ${date} is no part of a working day`);
  }
  for (const { from, week } of intake) {
    if (week === undefined) continue;
    if (week.length !== 7 || week.every((day) => checked(id, day).length === 0))
      throw new RangeError(`calendar ${id}: no week of intake from ${from} on`);
  }
  const byDate = new Map(exceptions.map((exception) => [exception.date, exception]));
  return { ...definition, dayMinutes, byDate, periods: workingPeriods(definition), workedBefore: [0] };
}

function checked(id: string, sessions: Sessions): Sessions {
  if (sessionsFault(sessions) !== undefined)
    throw new RangeError(`calendar ${id}: a session must follow the one before`);
  return sessions;
}

/** Whether work is done on this day; make-up Saturdays are. */
export function isWorkingDay(calendar: WorkingCalendar, date: LocalDate): boolean {
  return works(calendar, dayNumber(date));
}

/** Why no work is done on a day; undefined on a working day. */
export function whyNotWorking(calendar: WorkingCalendar, date: LocalDate): RestReason | undefined {
  if (isWorkingDay(calendar, date)) return undefined;
  const exception = calendar.byDate.get(date);
  if (exception === undefined) return { kind: "weekly-rest" };
  return { kind: "holiday", name: exception.name, source: exception.source };
}

/** The first working day after a date. */
export function nextWorkingDay(calendar: WorkingCalendar, date: LocalDate): LocalDate {
  let day = dayNumber(date) + 1;
  while (!works(calendar, day)) day++;
  return dateOfDayNumber(day);
}

/** The last working day before a date. */
export function previousWorkingDay(calendar: WorkingCalendar, date: LocalDate): LocalDate {
  let day = dayNumber(date) - 1;
  while (!works(calendar, day)) day--;
  return dateOfDayNumber(day);
}

/** When work ends on a day: the end of its last session; of a day of rest when it would. */
export function endOfWorkingDay(calendar: WorkingCalendar, date: LocalDate): Instant {
  const day = dayNumber(date);
  const worked = sessionsOn(calendar, day);
  const sessions = worked.length === 0 ? periodOn(calendar.periods, day).makeUp : worked;
  return startOfDayNumber(day) + (sessions.at(-1)?.end ?? 0) * MINUTE_MS;
}

/** The hours of a day; none where it is one of rest. */
export function sessionsOf(calendar: WorkingCalendar, date: LocalDate): Sessions {
  return sessionsOn(calendar, dayNumber(date));
}

/** The moment at which so many minutes of a working day are worked; its end where it has no more. */
export function minutesInto(calendar: WorkingCalendar, date: LocalDate, minutes: number): Instant {
  const day = dayNumber(date);
  const most = minutesOf(sessionsOn(calendar, day));
  return addWorkingMinutes(calendar, startOfDayNumber(day), Math.min(minutes, most));
}

/** The moment itself in working time, else the start of the next session. */
export function nextWorkingInstant(calendar: WorkingCalendar, from: Instant): Instant {
  for (let day = dayNumberAt(from); ; day++) {
    for (const session of sessionsOn(calendar, day)) {
      const start = startOfDayNumber(day) + session.start * MINUTE_MS;
      if (from < start) return start;
      if (from < startOfDayNumber(day) + session.end * MINUTE_MS) return from;
    }
  }
}

/** Whole working minutes between two moments; 0 when the second is not later. */
export function workingMinutesBetween(calendar: WorkingCalendar, from: Instant, to: Instant): number {
  return Math.floor(workingTimeBetween(calendar, from, to) / MINUTE_MS);
}

/** Working milliseconds between two moments, so that parts add up; 0 when the second is not later. */
export function workingTimeBetween(calendar: WorkingCalendar, from: Instant, to: Instant): number {
  return to <= from ? 0 : worked(calendar, to) - worked(calendar, from);
}

/**
 * The earliest moment by which this much working time has passed. 0 gives the moment itself, or the start of the next
 * session outside working time. Throws on negative amounts.
 */
export function addWorkingMinutes(calendar: WorkingCalendar, from: Instant, minutes: number): Instant {
  if (!(minutes >= 0) || !Number.isFinite(minutes))
    throw new RangeError(`not an amount of working time: ${minutes}`);
  if (minutes === 0) return nextWorkingInstant(calendar, from);
  return reach(calendar, worked(calendar, from) + minutes * MINUTE_MS, dayNumberAt(from));
}

/**
 * Where an appointment stands after a pause: the working time that was left, to the millisecond, is left again.
 * A date missed before the pause stays missed, and a pause in which no working time passed moves nothing.
 */
export function dueAfterPause(
  calendar: WorkingCalendar,
  dueAt: Instant,
  pausedAt: Instant,
  resumedAt: Instant,
): Instant {
  const passed = worked(calendar, resumedAt) - worked(calendar, pausedAt);
  if (dueAt <= pausedAt || passed <= 0) return dueAt;
  const left = worked(calendar, dueAt) - worked(calendar, pausedAt);
  if (left === 0) return nextWorkingInstant(calendar, resumedAt);
  return reach(calendar, worked(calendar, resumedAt) + left, dayNumberAt(resumedAt));
}

/** The earliest moment by which `target` working milliseconds have passed since the index began; not before `from`. */
function reach(calendar: WorkingCalendar, target: number, from: number): Instant {
  let day = lastDayBefore(calendar, target, from);
  let rest = target - before(calendar, day);
  for (;;) {
    for (const session of sessionsOn(calendar, day)) {
      const length = (session.end - session.start) * MINUTE_MS;
      if (rest <= length) return startOfDayNumber(day) + session.start * MINUTE_MS + rest;
      rest -= length;
    }
    day++;
  }
}

const NONE: Sessions = [];

function works(calendar: WorkingCalendar, day: number): boolean {
  return sessionsOn(calendar, day).length > 0;
}

function sessionsOn({ byDate, periods }: WorkingCalendar, day: number): Sessions {
  const { week, makeUp } = periodOn(periods, day);
  const exception = byDate.size === 0 ? undefined : byDate.get(dateOfDayNumber(day));
  if (exception === undefined) return week[weekdayOfDayNumber(day) - 1] ?? NONE;
  return exception.working ? (exception.sessions ?? makeUp) : NONE;
}

/** Working milliseconds from the first day of the index to a moment. */
function worked(calendar: WorkingCalendar, at: Instant): number {
  const day = dayNumberAt(at);
  const inDay = at - startOfDayNumber(day);
  return sessionsOn(calendar, day).reduce(
    (total, session) => {
      const done = Math.min(inDay, session.end * MINUTE_MS) - session.start * MINUTE_MS;
      return total + Math.max(0, done);
    },
    before(calendar, day),
  );
}

function before(calendar: WorkingCalendar, day: number): number {
  if (day < FIRST || day > LAST) throw new RangeError(`the calendar does not reach ${dateOfDayNumber(day)}`);
  const sums = calendar.workedBefore;
  for (let index = sums.length; index <= day - FIRST; index++) {
    sums.push((sums[index - 1] ?? 0) + minutesOf(sessionsOn(calendar, FIRST + index - 1)) * MINUTE_MS);
  }
  return sums[day - FIRST] ?? 0;
}

/** The last day before which less than `target` was worked; searched in steps that double from `day` on. */
function lastDayBefore(calendar: WorkingCalendar, target: number, day: number): number {
  let low = day;
  let step = 1;
  while (before(calendar, Math.min(low + step, LAST)) < target) {
    low += step;
    step *= 2;
    if (low > LAST) throw new RangeError("the calendar does not reach that far");
  }
  let high = low + step;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (before(calendar, middle) < target) low = middle;
    else high = middle;
  }
  return low;
}
