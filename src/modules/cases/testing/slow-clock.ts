import type { CalendarDefinition } from "../../../kernel/working-calendar.ts";

/**
 * A second reading of the legal clock, written without the kernel's arithmetic: every minute of five years is one byte,
 * 1 where somebody works, and time is counted by walking over the bytes. Moments are minutes since the first of them in
 * Vietnam's clock. Slow and plain on purpose: it is what the fast one is compared with.
 */
export type SlowCalendar = { readonly minutes: Uint8Array; readonly version: string };

const FIRST_DAY = Date.UTC(2024, 11, 1);
const DAYS = 5 * 365;
const DAY = 1440;

/** The minute of an instant, milliseconds of the epoch in any zone: Vietnam is seven hours ahead all year. */
export function minuteOf(instant: number): number {
  return (instant + 7 * 3_600_000 - FIRST_DAY) / 60_000;
}

/** The instant of a minute. */
export function instantAt(minute: number): number {
  return FIRST_DAY - 7 * 3_600_000 + minute * 60_000;
}

export function slowCalendar(definition: CalendarDefinition): SlowCalendar {
  const minutes = new Uint8Array(DAYS * DAY);
  for (let day = 0; day < DAYS; day++) {
    const date = new Date(FIRST_DAY + day * 86_400_000);
    const written = date.toISOString().slice(0, 10);
    const exception = definition.exceptions.find((one) => one.date === written);
    const weekday = date.getUTCDay() === 0 ? 7 : date.getUTCDay();
    const works = exception === undefined ? !definition.restWeekdays.includes(weekday) : exception.working;
    if (!works) continue;
    const declared = (definition.hours ?? []).filter(({ from }) => from <= written);
    const hours =
      declared.toSorted((a, b) => (a.from < b.from ? -1 : 1)).at(-1)?.sessions ?? definition.sessions;
    for (const { start, end } of exception?.sessions ?? hours)
      minutes.fill(1, day * DAY + start, day * DAY + end);
  }
  return { minutes, version: definition.version };
}

/** Working minutes from one minute up to another. */
export function slowBetween({ minutes }: SlowCalendar, from: number, to: number): number {
  let worked = 0;
  for (let at = from; at < to; at++) worked += minutes[at] ?? 0;
  return worked;
}

/** The minute at which this much has been worked. */
function walk({ minutes }: SlowCalendar, from: number, amount: number): number {
  let left = amount;
  let at = from;
  for (; left > 0; at++) left -= minutes[at] ?? 0;
  return at;
}

/** A limit as the slow reading takes it. */
export type SlowLimit = { readonly amount: number; readonly unit: string; readonly extraDays: number };

/** When something is due that was received at a minute. */
export function slowDue(
  calendar: SlowCalendar,
  from: number,
  { amount, unit, extraDays }: SlowLimit,
): number {
  const midnight = (at: number) => Math.floor(at / DAY) * DAY;
  const closing = (day: number) => {
    for (let start = day; ; start += DAY) {
      for (let at = start + DAY - 1; at >= start; at--) if (calendar.minutes[at] === 1) return at + 1;
    }
  };
  const minutesOn = (day: number) => slowBetween(calendar, day, day + DAY);
  /** The start of the so-manieth working day after a day. */
  const workingDay = (after: number, number: number) => {
    let day = after;
    for (let left = number; left > 0; ) {
      day += DAY;
      if (minutesOn(day) > 0) left--;
    }
    return day;
  };
  /** As much of a working day, or the whole of it where it has less. */
  const within = (day: number, part: number) => walk(calendar, day, Math.min(part, minutesOn(day)));
  const base = (): number => {
    const today = midnight(from);
    switch (unit) {
      case "hour":
        return walk(calendar, from, amount * 60);
      case "working-day":
        return amount % 1 === 0
          ? closing(workingDay(today, amount))
          : within(workingDay(today, Math.floor(amount) + 1), (amount % 1) * 480);
      case "calendar-day":
        return closing(today + amount * DAY);
      case "in-day": {
        const works = minutesOn(today) > 0;
        const inTime = works && from - today < 15 * 60 && from < closing(today);
        return closing(inTime ? today : today + DAY);
      }
      default: {
        const date = new Date(FIRST_DAY + (today / DAY) * 86_400_000);
        const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + amount + 1, 0));
        const day = Math.min(date.getUTCDate(), last.getUTCDate());
        return closing((Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), day) - FIRST_DAY) / 60_000);
      }
    }
  };
  const due = base();
  if (extraDays === 0) return due;
  const last = workingDay(midnight(due), extraDays);
  return due === closing(midnight(due))
    ? closing(last)
    : within(last, slowBetween(calendar, midnight(due), due));
}

/** The same for limits in which days of rest count: as many days as were left, from the day on which it goes on. */
export function slowAfterDaysOff(
  calendar: SlowCalendar,
  due: number,
  pausedAt: number,
  resumedAt: number,
): number {
  const dayOf = (at: number) => Math.floor(at / DAY);
  if (due <= pausedAt || dayOf(resumedAt) === dayOf(pausedAt)) return due;
  for (let day = dayOf(resumedAt) + dayOf(due) - dayOf(pausedAt); ; day++) {
    for (let at = (day + 1) * DAY; at > day * DAY; at--)
      if (calendar.minutes[at - 1] === 1) {
        if (at > resumedAt) return at;
        break;
      }
  }
}

/** Where a due date stands after the clock stood still: what was left is left again. */
export function slowAfterPause(
  calendar: SlowCalendar,
  due: number,
  pausedAt: number,
  resumedAt: number,
): number {
  if (due <= pausedAt || slowBetween(calendar, pausedAt, resumedAt) === 0) return due;
  const left = slowBetween(calendar, pausedAt, due);
  if (left > 0) return walk(calendar, resumedAt, left);
  let at = resumedAt;
  while (calendar.minutes[at] === 0) at++;
  return at;
}
