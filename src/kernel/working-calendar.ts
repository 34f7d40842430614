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

/** A day that differs from the ordinary week: a holiday, a compensating rest, or a Saturday worked instead. */
export type DayException = {
  readonly date: LocalDate;
  readonly working: boolean;
  readonly name: string;
  /** Decision or article. */
  readonly source: string;
};

/** A working calendar as data. Sessions are minutes of the day; the sum of all sessions is one working day. */
export type CalendarDefinition = {
  readonly id: string;
  readonly version: string;
  readonly sessions: readonly { readonly start: number; readonly end: number }[];
  /** 1 Monday … 7 Sunday. */
  readonly restWeekdays: readonly number[];
  readonly exceptions: readonly DayException[];
};

/** A definition with its index: working time before each day, so that spans of years cost no more than hours. */
export type WorkingCalendar = CalendarDefinition & {
  /** Working minutes of one full day. */
  readonly dayMinutes: number;
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

/** Indexes a definition. Throws on sessions that overlap, run backwards or leave no working time. */
export function buildCalendar(definition: CalendarDefinition): WorkingCalendar {
  let end = 0;
  for (const session of definition.sessions) {
    if (session.start < end || session.end <= session.start || session.end > 1440) {
      throw new RangeError(`calendar ${definition.id}: a session must follow the one before`);
    }
    end = session.end;
  }
  const dayMinutes = definition.sessions.reduce((sum, session) => sum + session.end - session.start, 0);
  if (dayMinutes === 0) throw new RangeError(`calendar ${definition.id} has no working time`);
  const byDate = new Map(definition.exceptions.map((exception) => [exception.date, exception]));
  return { ...definition, dayMinutes, byDate, workedBefore: [0] };
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

/** When work ends on a day: the end of its last session. */
export function endOfWorkingDay(calendar: WorkingCalendar, date: LocalDate): Instant {
  return startOfDayNumber(dayNumber(date)) + (calendar.sessions.at(-1)?.end ?? 0) * MINUTE_MS;
}

/** The moment itself in working time, else the start of the next session. */
export function nextWorkingInstant(calendar: WorkingCalendar, from: Instant): Instant {
  for (let day = dayNumberAt(from); ; day++) {
    if (!works(calendar, day)) continue;
    for (const session of calendar.sessions) {
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
    for (const session of works(calendar, day) ? calendar.sessions : []) {
      const length = (session.end - session.start) * MINUTE_MS;
      if (rest <= length) return startOfDayNumber(day) + session.start * MINUTE_MS + rest;
      rest -= length;
    }
    day++;
  }
}

function works(calendar: WorkingCalendar, day: number): boolean {
  const exception = calendar.byDate.size === 0 ? undefined : calendar.byDate.get(dateOfDayNumber(day));
  return exception?.working ?? !calendar.restWeekdays.includes(weekdayOfDayNumber(day));
}

/** Working milliseconds from the first day of the index to a moment. */
function worked(calendar: WorkingCalendar, at: Instant): number {
  const day = dayNumberAt(at);
  const sum = before(calendar, day);
  if (!works(calendar, day)) return sum;
  const inDay = at - startOfDayNumber(day);
  return calendar.sessions.reduce((total, session) => {
    const done = Math.min(inDay, session.end * MINUTE_MS) - session.start * MINUTE_MS;
    return total + Math.max(0, done);
  }, sum);
}

function before(calendar: WorkingCalendar, day: number): number {
  if (day < FIRST || day > LAST) throw new RangeError(`the calendar does not reach ${dateOfDayNumber(day)}`);
  const sums = calendar.workedBefore;
  const full = calendar.dayMinutes * MINUTE_MS;
  for (let index = sums.length; index <= day - FIRST; index++) {
    sums.push((sums[index - 1] ?? 0) + (works(calendar, FIRST + index - 1) ? full : 0));
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
