import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Sessions } from "./day-sessions.ts";
import { deadline, dueAfterDaysOff } from "./deadline.ts";
import { DEADLINE_RULES, rulesOn } from "./deadline-rules.ts";
import { changing } from "./testing/changing-calendar.ts";
import {
  addDays,
  addMonths,
  type Instant,
  instantOf,
  localDateOf,
  MINUTE_MS,
  minuteOfDay,
  parseIso,
  toLocalIso,
  weekdayOf,
} from "./time.ts";
import { mostWorkingMinutes, type TimeLimit } from "./time-limit.ts";
import { vietnamCalendar } from "./vietnam-calendar.ts";
import {
  buildCalendar,
  type CalendarDefinition,
  isWorkingDay,
  workingMinutesBetween,
} from "./working-calendar.ts";

const calendar = vietnamCalendar();
const rules = rulesOn("2026-01-01");

const START = parseIso("2024-12-01T00:00:00.000Z");
const moment = fc.integer({ min: 0, max: 900 * 1440 }).map((minutes) => START + minutes * MINUTE_MS);
const quarters = fc.integer({ min: 1, max: 160 }).map((n) => n / 4);
const whole = fc.integer({ min: 1, max: 90 });
const limit: fc.Arbitrary<TimeLimit> = fc.oneof(
  quarters.map((amount) => ({ amount, unit: "working-day" as const })),
  quarters.map((amount) => ({ amount, unit: "hour" as const })),
  whole.map((amount) => ({ amount, unit: "calendar-day" as const })),
  fc.integer({ min: 1, max: 12 }).map((amount) => ({ amount, unit: "month" as const })),
  fc.constant({ amount: 1, unit: "in-day" as const }),
);

/** The hours of a day as its definition has them, read again. */
function hoursOf(of: CalendarDefinition, date: string): Sessions {
  const exception = of.exceptions.find((one) => one.date === date);
  const rests = of.restWeekdays.includes(weekdayOf(date));
  if (exception === undefined ? rests : !exception.working) return [];
  return exception?.sessions ?? of.hours?.filter(({ from }) => from <= date).at(-1)?.sessions ?? of.sessions;
}

/** An independent reading of the law: walks minute by minute through working time, or day by day. */
function slow(of: CalendarDefinition, from: Instant, { amount, unit }: TimeLimit, extra: number): Instant {
  const days = new Map<string, Sessions>();
  const hours = (date: string) => {
    const known = days.get(date) ?? hoursOf(of, date);
    days.set(date, known);
    return known;
  };
  const working = (at: Instant) => {
    const minute = minuteOfDay(at);
    return hours(localDateOf(at)).some(({ start, end }) => minute >= start && minute < end);
  };
  const walk = (start: Instant, minutes: number) => {
    let at = start;
    for (let left = minutes * MINUTE_MS; left > 0; at += MINUTE_MS) if (working(at)) left -= MINUTE_MS;
    return at;
  };
  const dayEnd = (date: string) => instantOf(date, hours(date).at(-1)?.end ?? 0);
  const minutesOn = (date: string) => hours(date).reduce((sum, { start, end }) => sum + end - start, 0);
  const toWorkingDay = (date: string) => {
    let day = date;
    while (hours(day).length === 0) day = addDays(day, 1);
    return day;
  };
  const workingDaysAfter = (date: string, days: number) => {
    let day = date;
    for (let gone = 0; gone < days; gone++) day = toWorkingDay(addDays(day, 1));
    return day;
  };
  /** A part of a working day, at most the day. */
  const partOf = (date: string, minutes: number) =>
    walk(instantOf(date, 0), Math.min(minutes, minutesOn(date)));
  const received = localDateOf(from);
  let at: Instant;
  if (unit === "hour") at = walk(from, amount * 60);
  else if (unit === "in-day") {
    const today = from < Math.min(dayEnd(received), instantOf(received, 15 * 60));
    at = dayEnd(today ? received : toWorkingDay(addDays(received, 1)));
  } else if (unit === "working-day") {
    const last = workingDaysAfter(received, Math.floor(amount));
    const part = (amount % 1) * 480;
    at = part === 0 ? dayEnd(last) : partOf(workingDaysAfter(last, 1), part);
  } else if (unit === "calendar-day") at = dayEnd(toWorkingDay(addDays(received, amount)));
  else at = dayEnd(toWorkingDay(addMonths(received, amount)));
  if (extra === 0) return at;
  const base = localDateOf(at);
  const last = workingDaysAfter(base, extra);
  if (at === dayEnd(base)) return dayEnd(last);
  let minutes = 0;
  for (let minute = instantOf(base, 0); minute < at; minute += MINUTE_MS) if (working(minute)) minutes++;
  return partOf(last, minutes);
}

describe("any legal deadline", () => {
  it("leaves on no date more working time than a limit can hold, but for the days that made up for others", () => {
    fc.assert(
      fc.property(moment, limit, (day, given) => {
        // In the evening: what is left of the day of receipt is a gift.
        const from = instantOf(localDateOf(day), 23 * 60);
        const { dueAt } = deadline({ from, limit: given, calendar, rules });
        const madeUp = given.unit === "month" ? given.amount * 480 : 0;
        expect(workingMinutesBetween(calendar, from, dueAt)).toBeLessThanOrEqual(
          mostWorkingMinutes(given) + madeUp,
        );
      }),
    );
  });

  it("agrees with an independent reading, minute by minute, also where hours change and days are half", () => {
    const calendars = fc.constantFrom(calendar, changing);
    fc.assert(
      fc.property(calendars, moment, limit, fc.constantFrom(0, 0, 10), (of, from, given, extra) => {
        const asked = { from, limit: given, calendar: of, rules, extraWorkingDays: extra };
        expect(toLocalIso(deadline(asked).dueAt)).toBe(toLocalIso(slow(of, from, given, extra)));
      }),
      { numRuns: 1500 },
    );
  });

  it("never falls outside working time and never before the receipt", () => {
    fc.assert(
      fc.property(fc.constantFrom(calendar, changing), moment, limit, (of, from, given) => {
        const { dueAt } = deadline({ from, limit: given, calendar: of, rules });
        const minute = minuteOfDay(dueAt);
        const sessions = hoursOf(of, localDateOf(dueAt));
        expect(sessions.some(({ start, end }) => minute > start && minute <= end)).toBe(true);
        // An in-day answer before the cut-off is owed the same day; everything else lies after the receipt.
        expect(dueAt).toBeGreaterThan(from - (given.unit === "in-day" ? 0 : MINUTE_MS));
      }),
    );
  });

  it("is monotone: who comes later, or has the longer limit, is never served earlier", () => {
    const calendars = fc.constantFrom(calendar, changing);
    fc.assert(
      fc.property(calendars, moment, moment, limit, (calendar, a, b, given) => {
        const at = (from: Instant) => deadline({ from, limit: given, calendar, rules }).dueAt;
        expect(at(Math.min(a, b))).toBeLessThanOrEqual(at(Math.max(a, b)));
      }),
    );
    fc.assert(
      fc.property(calendars, moment, quarters, quarters, (calendar, from, a, b) => {
        const at = (amount: number) =>
          deadline({ from, limit: { amount, unit: "working-day" }, calendar, rules }).dueAt;
        expect(at(Math.min(a, b))).toBeLessThanOrEqual(at(Math.max(a, b)));
      }),
    );
  });

  it("explains itself: as many counted days as the limit says, each once, ending with the due date", () => {
    fc.assert(
      fc.property(moment, whole, (from, amount) => {
        const { lines, dueAt } = deadline({ from, limit: { amount, unit: "working-day" }, calendar, rules });
        const counted = lines.filter((line) => line.kind === "counted");
        expect(counted.map((line) => line.number)).toEqual(
          Array.from({ length: amount }, (_, index) => index + 1),
        );
        expect(counted.every((line) => isWorkingDay(calendar, line.date))).toBe(true);
        const rests = lines.filter((line) => line.kind === "holiday" || line.kind === "weekly-rest");
        expect(rests.every((line) => !isWorkingDay(calendar, line.date))).toBe(true);
        expect(lines.at(-1)).toMatchObject({ kind: "due", date: localDateOf(dueAt) });
      }),
    );
  });

  it("is owed after a pause no earlier than before it, the later the clock goes on the later, and never before it does", () => {
    fc.assert(
      fc.property(moment, moment, moment, whole, (a, b, c, amount) => {
        const [from = 0, paused = 0, resumed = 0] = [a, b, c].sort((x, y) => x - y);
        const due = deadline({ from, limit: { amount, unit: "calendar-day" }, calendar, rules }).dueAt;
        const once = dueAfterDaysOff(calendar, due, paused, resumed).dueAt;
        expect(once).toBeGreaterThanOrEqual(due);
        expect(
          dueAfterDaysOff(calendar, due, paused, resumed + 600 * MINUTE_MS).dueAt,
        ).toBeGreaterThanOrEqual(once);
        if (due > paused && once !== due) expect(once).toBeGreaterThan(resumed);
      }),
    );
  });
});

describe("a deadline that was counted before", () => {
  it("is told as if it were counted for the first time, whatever was asked before it", () => {
    const shared = vietnamCalendar();
    const asked = fc.record({
      from: moment,
      limit,
      rules: fc.constantFrom(
        ...DEADLINE_RULES,
        ...DEADLINE_RULES.map((rules) => ({ ...rules, cutoffShiftsLongLimits: true })),
      ),
      extraWorkingDays: fc.constantFrom(0, 10),
    });
    // The same few days again and again, at other minutes.
    const often = fc.array(asked, { minLength: 1, maxLength: 8 }).chain((all) =>
      fc.array(
        fc.tuple(fc.constantFrom(...all), fc.integer({ min: -600, max: 600 })).map(([one, minutes]) => ({
          ...one,
          from: one.from + minutes * MINUTE_MS,
        })),
        { maxLength: 12 },
      ),
    );
    fc.assert(
      fc.property(often, (all) => {
        for (const one of all)
          expect(deadline({ ...one, calendar: shared })).toEqual(
            deadline({ ...one, calendar: buildCalendar(shared) }),
          );
      }),
      { numRuns: 40 },
    );
  });
});
