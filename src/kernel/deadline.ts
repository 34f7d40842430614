import type { DeadlineRules } from "./deadline-rules.ts";
import {
  addDays,
  addMonths,
  dayNumberAt,
  type Instant,
  instantOf,
  type LocalDate,
  localDateOf,
  minuteOfDay,
} from "./time.ts";
import type { TimeLimit } from "./time-limit.ts";
import {
  addWorkingMinutes,
  endOfWorkingDay,
  isWorkingDay,
  minutesInto,
  nextWorkingDay,
  previousWorkingDay,
  type WorkingCalendar,
  whyNotWorking,
  workingMinutesBetween,
} from "./working-calendar.ts";

/** One step of how a date came about; pages put it into words. */
export type DerivationLine = {
  readonly kind:
    | "received"
    | "first-day-not-counted"
    | "cut-off"
    | "answer-day"
    | "counted"
    | "weekly-rest"
    | "holiday"
    | "fraction"
    | "hours"
    | "worked"
    | "calendar-days"
    | "months"
    | "moved-to-working-day"
    | "extra-counted"
    | "same-day"
    | "due";
  readonly date: LocalDate;
  /** Which counted day this is, from 1; or how many days or months are added. */
  readonly number?: number;
  /** Working minutes of the line, for hours, fractions and days of which hours count; else the minute of the day. */
  readonly minutes?: number;
  /** The holiday; of a counted day what makes it one, such as the day for which it is worked. */
  readonly name?: string;
  readonly source?: string;
};

export type DeadlineInput = {
  readonly from: Instant;
  readonly limit: TimeLimit;
  readonly calendar: WorkingCalendar;
  readonly rules: DeadlineRules;
  /** Working days added on top, such as the ten of mountain communes. */
  readonly extraWorkingDays?: number;
};

export type Deadline = { readonly dueAt: Instant; readonly lines: readonly DerivationLine[] };

/**
 * When a result is owed. Pure. Days are counted from the day after receipt (BLDS 2015 Điều 147 khoản 2) and end with
 * the working day; an end on a rest day moves to the next working day (Điều 148 khoản 5); hours are working hours from
 * the moment itself (Điều 147 khoản 1); in-day procedures received from the cut-off on are answered the next working
 * day (Luật Hộ tịch; NĐ 61/2018 Điều 18). Throws on an amount that is no limit (zero, negative, a fraction of a month).
 */
export function deadline(input: DeadlineInput): Deadline {
  const { limit, from } = input;
  if (!(limit.amount > 0) || !Number.isFinite(limit.amount))
    throw new RangeError(`not a time limit: ${limit.amount}`);
  const received: DerivationLine = { kind: "received", date: localDateOf(from), minutes: minuteOfDay(from) };
  const { dueAt, lines } = countedOnce(input);
  return { dueAt, lines: [received, ...lines] };
}

/**
 * When a term of whole working days ends that somebody has from an event on, such as a consulted agency: with the last of
 * these days, the day of the event not counted (BLDS 2015 Điều 147 khoản 2, Điều 148 khoản 5). Pure.
 */
export function endOfTerm(calendar: WorkingCalendar, from: Instant, workingDays: number): Instant {
  let date = localDateOf(from);
  for (let counted = 0; counted < workingDays; counted++) date = nextWorkingDay(calendar, date);
  return endOfWorkingDay(calendar, date);
}

/**
 * The moment so many whole working days before another one, each day counted as a day however few its hours: the end of
 * a day stays an end, else as much of the day is worked as of the one that was counted from. Pure.
 */
export function workingDaysBefore(calendar: WorkingCalendar, at: Instant, workingDays: number): Instant {
  let day = localDateOf(at);
  for (let counted = 0; counted < workingDays; counted++) day = previousWorkingDay(calendar, day);
  return sameTimeOfDay(calendar, at, day);
}

/** Days with other hours: the end of a day stays an end, else as much of the day is worked as of the first, of a day of rest nothing. */
function sameTimeOfDay(calendar: WorkingCalendar, at: Instant, day: LocalDate): Instant {
  const date = localDateOf(at);
  return isWorkingDay(calendar, date) && at >= endOfWorkingDay(calendar, date)
    ? endOfWorkingDay(calendar, day)
    : minutesInto(calendar, day, workingMinutesBetween(calendar, instantOf(date, 0), at));
}

/** Everything after the line of receipt. */
function counted(input: DeadlineInput): Deadline {
  const lines: DerivationLine[] = [];
  const base = baseDue(input, lines);
  const dueAt = withExtra(base, input, lines);
  lines.push({ kind: "due", date: localDateOf(dueAt), minutes: minuteOfDay(dueAt) });
  return { dueAt, lines };
}

const MOST_KEPT = 2000;
/** Calendars and rules never change; when one of them is forgotten, so is what was counted by it. */
const kept = new WeakMap<WorkingCalendar, WeakMap<DeadlineRules, Map<string, Deadline>>>();

/**
 * Limits of days and months depend on the day of receipt, not on its minute: everybody of a day has the same answer,
 * which is counted once. Hours and in-day limits depend on the moment and are cheap.
 */
function countedOnce(input: DeadlineInput): Deadline {
  const { limit, from, calendar, rules, extraWorkingDays = 0 } = input;
  if (limit.unit === "hour" || limit.unit === "in-day") return counted(input);
  const byRules = kept.get(calendar) ?? new WeakMap<DeadlineRules, Map<string, Deadline>>();
  kept.set(calendar, byRules);
  const known = byRules.get(rules) ?? new Map<string, Deadline>();
  byRules.set(rules, known);
  const key = `${dayNumberAt(from)} ${shiftsStart(input)} ${limit.amount} ${limit.unit} ${extraWorkingDays}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const answer = counted(input);
  if (known.size >= MOST_KEPT) known.clear();
  known.set(key, answer);
  return answer;
}

/** Whether the receipt is so late in the day that the limit begins with the next working day. */
function shiftsStart({ from, rules }: DeadlineInput): boolean {
  return rules.cutoffShiftsLongLimits && minuteOfDay(from) >= rules.cutoffMinute;
}

function baseDue(input: DeadlineInput, lines: DerivationLine[]): Instant {
  const { limit, calendar, from } = input;
  switch (limit.unit) {
    case "hour": {
      const minutes = limit.amount * 60;
      const dueAt = addWorkingMinutes(calendar, from, minutes);
      lines.push({ kind: "hours", date: localDateOf(from), minutes }, ...workedDays(calendar, from, dueAt));
      return dueAt;
    }
    case "in-day":
      return inDay(input, lines);
    case "working-day":
      return workingDays(input, lines);
    case "calendar-day": {
      const start = startDate(input, lines);
      const days = Math.ceil(limit.amount);
      lines.push({ kind: "calendar-days", date: addDays(start, days), number: days });
      return endOn(addDays(start, days), calendar, lines);
    }
    case "month": {
      if (!Number.isInteger(limit.amount)) throw new RangeError("a fraction of a month is not a limit");
      const end = addMonths(startDate(input, lines), limit.amount);
      lines.push({ kind: "months", date: end, number: limit.amount });
      return endOn(end, calendar, lines);
    }
  }
}

/** The day of receipt, which is not counted itself; under rules that shift, the next working day after the cut-off. */
function startDate(input: DeadlineInput, lines: DerivationLine[]): LocalDate {
  const { from, rules, calendar } = input;
  const received = localDateOf(from);
  const late = shiftsStart(input);
  if (late)
    lines.push({ kind: "cut-off", date: received, minutes: rules.cutoffMinute, source: rules.source });
  const start = late ? nextDay(received, calendar, lines) : received;
  lines.push({ kind: "first-day-not-counted", date: start, source: "BLDS 2015, Điều 147 khoản 2" });
  return start;
}

function workingDays(input: DeadlineInput, lines: DerivationLine[]): Instant {
  const { limit, calendar } = input;
  const whole = Math.floor(limit.amount);
  const fraction = limit.amount - whole;
  const last = countDays(startDate(input, lines), whole, calendar, lines, "counted", 1);
  if (fraction === 0) return endOfWorkingDay(calendar, last);
  const minutes = Math.round(fraction * calendar.dayMinutes);
  const day = countDays(last, 1, calendar, lines, undefined, 1);
  lines.push({ kind: "fraction", date: day, minutes });
  // A part of a day never ends later than the whole one: a half day has not more than its own minutes.
  return minutesInto(calendar, day, minutes);
}

/** The next working day, telling the days of rest before it. */
function nextDay(after: LocalDate, calendar: WorkingCalendar, lines: DerivationLine[]): LocalDate {
  return countDays(after, 1, calendar, lines, undefined, 1);
}

/** Each day between two moments: the working minutes of it that count, or why none do. */
export function workedDays(calendar: WorkingCalendar, from: Instant, to: Instant): DerivationLine[] {
  const lines: DerivationLine[] = [];
  const last = localDateOf(to);
  for (let date = localDateOf(from); date <= last; date = addDays(date, 1)) {
    const rest = whyNotWorking(calendar, date);
    const end = Math.min(to, instantOf(addDays(date, 1), 0));
    const minutes = workingMinutesBetween(calendar, Math.max(from, instantOf(date, 0)), end);
    if (rest !== undefined) lines.push({ ...rest, date });
    else if (minutes > 0) lines.push({ kind: "worked", date, minutes, ...exceptionOf(calendar, date) });
  }
  return lines;
}

/** What makes a day a working day that the week would not: the name and source of a make-up Saturday. */
function exceptionOf(
  calendar: WorkingCalendar,
  date: LocalDate,
): Pick<DerivationLine, "name" | "source"> | undefined {
  const exception = calendar.byDate.get(date);
  return exception?.working ? { name: exception.name, source: exception.source } : undefined;
}

/** Goes forward over `days` working days, telling each day; the day reached. */
function countDays(
  after: LocalDate,
  days: number,
  calendar: WorkingCalendar,
  lines: DerivationLine[],
  kind: "counted" | "extra-counted" | undefined,
  firstNumber: number,
): LocalDate {
  let date = after;
  for (let counted = 0; counted < days; ) {
    date = addDays(date, 1);
    const rest = whyNotWorking(calendar, date);
    if (rest !== undefined) lines.push({ ...rest, date });
    else {
      if (kind !== undefined)
        lines.push({ kind, date, number: firstNumber + counted, ...exceptionOf(calendar, date) });
      counted++;
    }
  }
  return date;
}

/**
 * Whether what is received at a moment belongs to that working day, for answering it and for passing it on; where work
 * ends before the cut-off, who comes after work is served the next working day, not in the past. Pure.
 */
export function isBeforeCutoff(
  from: Instant,
  calendar: WorkingCalendar,
  { cutoffMinute }: Pick<DeadlineRules, "cutoffMinute">,
): boolean {
  const received = localDateOf(from);
  const inTime = minuteOfDay(from) < cutoffMinute && from < endOfWorkingDay(calendar, received);
  return inTime && isWorkingDay(calendar, received);
}

function inDay(input: DeadlineInput, lines: DerivationLine[]): Instant {
  const { calendar, from, rules } = input;
  const received = localDateOf(from);
  const close = endOfWorkingDay(calendar, received);
  const rest = whyNotWorking(calendar, received);
  const latest = Math.min(rules.cutoffMinute, minuteOfDay(close));
  if (isBeforeCutoff(from, calendar, rules)) {
    lines.push({ kind: "same-day", date: received, minutes: latest });
    return close;
  }
  if (rest !== undefined) lines.push({ ...rest, date: received });
  else lines.push({ kind: "cut-off", date: received, minutes: latest, source: rules.source });
  const next = nextDay(received, calendar, lines);
  lines.push({ kind: "answer-day", date: next });
  return endOfWorkingDay(calendar, next);
}

/**
 * Where an appointment counted in calendar days or months stands after a pause: the calendar days that were left, to the
 * end as it stood, are left again from the day on which the clock goes on; an end on a rest day moves (BLDS 2015 Điều
 * 148 khoản 5), and so does one that has passed by then. A date missed before the pause stays missed, and a pause within
 * a day moves nothing.
 */
export function dueAfterDaysOff(
  calendar: WorkingCalendar,
  dueAt: Instant,
  pausedAt: Instant,
  resumedAt: Instant,
): Deadline & { readonly daysLeft: number } {
  const daysLeft = dayNumberAt(dueAt) - dayNumberAt(pausedAt);
  if (dueAt <= pausedAt || dayNumberAt(resumedAt) <= dayNumberAt(pausedAt))
    return { dueAt, lines: [], daysLeft: Math.max(0, daysLeft) };
  const end = addDays(localDateOf(resumedAt), daysLeft);
  const lines: DerivationLine[] = [{ kind: "calendar-days", date: end, number: daysLeft }];
  const due = endOn(end, calendar, lines);
  const at = due > resumedAt ? due : endOfWorkingDay(calendar, nextDay(end, calendar, lines));
  lines.push({ kind: "due", date: localDateOf(at), minutes: minuteOfDay(at) });
  return { dueAt: at, lines, daysLeft };
}

function endOn(date: LocalDate, calendar: WorkingCalendar, lines: DerivationLine[]): Instant {
  const rest = whyNotWorking(calendar, date);
  if (rest === undefined) return endOfWorkingDay(calendar, date);
  lines.push({ ...rest, date });
  const moved = nextDay(date, calendar, lines);
  lines.push({ kind: "moved-to-working-day", date: moved, source: "BLDS 2015, Điều 148 khoản 5" });
  return endOfWorkingDay(calendar, moved);
}

function withExtra(
  base: Instant,
  { extraWorkingDays, calendar }: DeadlineInput,
  lines: DerivationLine[],
): Instant {
  if (extraWorkingDays === undefined || extraWorkingDays === 0) return base;
  const day = countDays(localDateOf(base), extraWorkingDays, calendar, lines, "extra-counted", 1);
  return sameTimeOfDay(calendar, base, day);
}
