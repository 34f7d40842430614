import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Sessions } from "./day-sessions.ts";
import { deadline, dueAfterDaysOff } from "./deadline.ts";
import { DEADLINE_RULES, rulesById, rulesOn } from "./deadline-rules.ts";
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
/** Summer hours from a Wednesday on, winter hours again, and two half days. */
const changing = buildCalendar({
  ...calendar,
  hours: [
    { from: "2026-04-15", sessions: [span(390, 660), span(810, 1020)] },
    { from: "2026-10-15", sessions: [span(450, 690), span(780, 1020)] },
  ],
  exceptions: [
    ...calendar.exceptions,
    { date: "2026-03-11", working: true, sessions: [span(420, 690)], name: "Sáng", source: "QĐ" },
    {
      date: "2026-06-06",
      working: true,
      sessions: [span(810, 900), span(930, 960)],
      name: "Bù",
      source: "QĐ",
    },
  ],
});
const rules = rulesOn("2026-01-01");

function span(start: number, end: number) {
  return { start, end };
}

/** The hours of a day as its definition has them, read again. */
function hoursOf(of: CalendarDefinition, date: string): Sessions {
  const exception = of.exceptions.find((one) => one.date === date);
  const rests = of.restWeekdays.includes(weekdayOf(date));
  if (exception === undefined ? rests : !exception.working) return [];
  return exception?.sessions ?? of.hours?.filter(({ from }) => from <= date).at(-1)?.sessions ?? of.sessions;
}

/** The due moment of a receipt given in local time, as local ISO text. */
function due(from: string, amount: number, unit: TimeLimit["unit"], extraWorkingDays = 0): string {
  const [date = "", clock = ""] = from.split("T");
  const [hour = 0, minute = 0] = clock.split(":").map(Number);
  const received = instantOf(date, hour * 60 + minute);
  return toLocalIso(
    deadline({ from: received, limit: { amount, unit }, calendar, rules, extraWorkingDays }).dueAt,
  );
}

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

describe("a legal deadline", () => {
  it("counts working days from the day after receipt to the end of the last one", () => {
    expect(due("2026-11-23T08:15", 3, "working-day")).toBe("2026-11-26T16:30+07:00");
    expect(due("2026-11-20T16:00", 1, "working-day")).toBe("2026-11-23T16:30+07:00");
  });

  it("keeps the quarter days of the province's land procedures", () => {
    expect(due("2026-02-12T09:00", 6.25, "working-day")).toBe("2026-03-02T09:00+07:00");
    expect(due("2026-11-23T09:00", 4.75, "working-day")).toBe("2026-11-30T14:30+07:00");
    expect(due("2026-11-23T09:00", 0.25, "working-day")).toBe("2026-11-24T09:00+07:00");
  });

  it("adds ten working days in mountain communes: 5 become 15", () => {
    expect(due("2026-11-02T09:00", 5, "working-day", 10)).toBe(due("2026-11-02T09:00", 15, "working-day"));
  });

  it("passes over Tết and works on make-up Saturdays", () => {
    expect(due("2026-02-13T09:00", 1, "working-day")).toBe("2026-02-23T16:30+07:00");
    expect(due("2025-04-24T09:00", 2, "working-day")).toBe("2025-04-26T16:30+07:00");
    expect(due("2025-04-29T09:00", 1, "working-day")).toBe("2025-05-05T16:30+07:00");
  });

  it("answers in-day procedures the same day, after 15:00 and on rest days the next working day", () => {
    expect(due("2026-11-20T14:59", 1, "in-day")).toBe("2026-11-20T16:30+07:00");
    expect(due("2026-11-20T15:00", 1, "in-day")).toBe("2026-11-23T16:30+07:00");
    expect(due("2026-11-21T09:00", 1, "in-day")).toBe("2026-11-23T16:30+07:00");
  });

  it("answers who comes in-day after work the next working day, where work ends before the cut-off", () => {
    const mornings = vietnamCalendar({ sessions: [{ start: 420, end: 690 }] });
    const at = (minute: number) =>
      deadline({
        from: instantOf("2026-11-20", minute),
        limit: { amount: 1, unit: "in-day" },
        calendar: mornings,
        rules,
      }).dueAt;
    expect(toLocalIso(at(689))).toBe("2026-11-20T11:30+07:00");
    expect(toLocalIso(at(690))).toBe("2026-11-23T11:30+07:00");
    expect(toLocalIso(at(840))).toBe("2026-11-23T11:30+07:00");
  });

  it("moves calendar days and months that end on a rest day to the next working day", () => {
    expect(due("2026-11-02T09:00", 20, "calendar-day")).toBe("2026-11-23T16:30+07:00");
    expect(due("2026-01-31T09:00", 1, "month")).toBe("2026-03-02T16:30+07:00");
    expect(due("2026-02-28T09:00", 1, "month")).toBe("2026-03-30T16:30+07:00");
  });

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

  it("counts hours from the moment itself, in working time", () => {
    expect(due("2026-11-23T10:30", 2, "hour")).toBe("2026-11-23T14:00+07:00");
    expect(due("2026-11-20T16:00", 8, "hour")).toBe("2026-11-23T16:00+07:00");
  });

  it("shifts longer limits after the cut-off only where the rules say so", () => {
    const from = instantOf("2026-11-20", 15 * 60 + 10);
    const three: TimeLimit = { amount: 3, unit: "working-day" };
    const shifting = { ...rules, cutoffShiftsLongLimits: true };
    expect(toLocalIso(deadline({ from, limit: three, calendar, rules }).dueAt)).toBe(
      "2026-11-25T16:30+07:00",
    );
    expect(toLocalIso(deadline({ from, limit: three, calendar, rules: shifting }).dueAt)).toBe(
      "2026-11-26T16:30+07:00",
    );
  });

  it("counts a half day as a day of days, and its minutes as hours", () => {
    const at = (from: Instant, given: TimeLimit) =>
      toLocalIso(deadline({ from, limit: given, calendar: changing, rules }).dueAt);
    const [tuesday, wednesday] = [instantOf("2026-03-10", 600), instantOf("2026-03-11", 600)];
    expect(at(tuesday, { amount: 1, unit: "working-day" })).toBe("2026-03-11T11:30+07:00");
    expect(at(tuesday, { amount: 2, unit: "working-day" })).toBe("2026-03-12T16:30+07:00");
    expect(at(tuesday, { amount: 0.25, unit: "working-day" })).toBe("2026-03-11T09:00+07:00");
    // Three quarters of a day are more than the morning has; the whole day ends with it, so they do.
    expect(at(tuesday, { amount: 0.75, unit: "working-day" })).toBe("2026-03-11T11:30+07:00");
    expect(at(wednesday, { amount: 2, unit: "hour" })).toBe("2026-03-12T07:30+07:00");
    expect(at(wednesday, { amount: 1, unit: "in-day" })).toBe("2026-03-11T11:30+07:00");
  });

  it("ends with the day's own hours, whichever are declared for it", () => {
    const at = (date: string) =>
      toLocalIso(
        deadline({
          from: instantOf(date, 600),
          limit: { amount: 1, unit: "working-day" },
          calendar: changing,
          rules,
        }).dueAt,
      );
    expect(at("2026-04-13")).toBe("2026-04-14T16:30+07:00");
    expect(at("2026-04-14")).toBe("2026-04-15T17:00+07:00");
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

  it("carries calendar days over a pause, not the hours of work in them", () => {
    const limit: TimeLimit = { amount: 30, unit: "calendar-day" };
    const { dueAt } = deadline({ from: instantOf("2026-01-26", 540), limit, calendar, rules });
    expect(toLocalIso(dueAt)).toBe("2026-02-25T16:30+07:00");
    // Over Tết nobody works; ten calendar days pass all the same, and twelve are left of them.
    const carried = dueAfterDaysOff(
      calendar,
      dueAt,
      instantOf("2026-02-13", 990),
      instantOf("2026-02-23", 420),
    );
    expect(toLocalIso(carried.dueAt)).toBe("2026-03-09T16:30+07:00");
    expect(carried).toMatchObject({ daysLeft: 12 });
    expect(carried.lines.map(({ kind, date }) => [kind, date])).toEqual([
      ["calendar-days", "2026-03-07"],
      ["weekly-rest", "2026-03-07"],
      ["weekly-rest", "2026-03-08"],
      ["moved-to-working-day", "2026-03-09"],
      ["due", "2026-03-09"],
    ]);
  });

  it("is not moved by a pause within a day or after it was missed, nor owed before the clock goes on", () => {
    const dueAt = instantOf("2026-03-06", 990);
    const carried = (paused: Instant, resumed: Instant) =>
      toLocalIso(dueAfterDaysOff(calendar, dueAt, paused, resumed).dueAt);
    expect(carried(instantOf("2026-03-04", 420), instantOf("2026-03-04", 990))).toBe(
      "2026-03-06T16:30+07:00",
    );
    expect(carried(dueAt, instantOf("2026-04-04", 990))).toBe("2026-03-06T16:30+07:00");
    // No day is left, and it goes on after work: the next working day.
    expect(carried(instantOf("2026-03-06", 600), instantOf("2026-03-10", 1020))).toBe(
      "2026-03-11T16:30+07:00",
    );
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

  it("refuses what is no limit", () => {
    const from = instantOf("2026-11-23", 480);
    for (const amount of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => deadline({ from, limit: { amount, unit: "working-day" }, calendar, rules })).toThrow(
        RangeError,
      );
    }
    expect(() => deadline({ from, limit: { amount: 1.5, unit: "month" }, calendar, rules })).toThrow(
      RangeError,
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

describe("the rules of law by their day", () => {
  it("judges each day by the decree in force", () => {
    expect(rulesOn("2015-05-01").supplement).toBe("resume");
    expect(rulesOn("2018-06-20").id).toBe("2010");
    expect(rulesOn("2018-06-21").supplement).toBe("restart");
    expect(rulesOn("2025-06-30").maxSupplements).toBe(2);
    expect(rulesOn("2025-07-01").maxSupplements).toBe(1);
    expect(rulesOn("2026-07-01").id).toBe("2026");
    expect(() => rulesOn("1999-01-01")).toThrow(RangeError);
  });

  it("names a source for each, in order, with ids that are found again", () => {
    const starts = DEADLINE_RULES.map((candidate) => candidate.effectiveFrom);
    expect([...starts].sort()).toEqual(starts);
    for (const candidate of DEADLINE_RULES) {
      expect(candidate.source.length).toBeGreaterThan(10);
      expect(rulesById(candidate.id)).toBe(candidate);
    }
  });
});
