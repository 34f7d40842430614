import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deadline } from "./deadline.ts";
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
} from "./time.ts";
import { mostWorkingMinutes, type TimeLimit } from "./time-limit.ts";
import { vietnamCalendar } from "./vietnam-calendar.ts";
import { buildCalendar, isWorkingDay, workingMinutesBetween } from "./working-calendar.ts";

const calendar = vietnamCalendar();
const rules = rulesOn("2026-01-01");

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
function slow(from: Instant, { amount, unit }: TimeLimit, extra: number): Instant {
  const working = (at: Instant) => {
    const minute = minuteOfDay(at);
    const session = calendar.sessions.some(({ start, end }) => minute >= start && minute < end);
    return session && isWorkingDay(calendar, localDateOf(at));
  };
  const walk = (start: Instant, minutes: number) => {
    let at = start;
    for (let left = minutes * MINUTE_MS; left > 0; at += MINUTE_MS) if (working(at)) left -= MINUTE_MS;
    return at;
  };
  const dayEnd = (date: string) => instantOf(date, 16 * 60 + 30);
  const toWorkingDay = (date: string) => {
    let day = date;
    while (!isWorkingDay(calendar, day)) day = addDays(day, 1);
    return day;
  };
  const received = localDateOf(from);
  let at: Instant;
  if (unit === "hour") at = walk(from, amount * 60);
  else if (unit === "in-day") {
    const today = isWorkingDay(calendar, received) && minuteOfDay(from) < 15 * 60;
    at = dayEnd(today ? received : toWorkingDay(addDays(received, 1)));
  } else if (unit === "working-day") at = walk(instantOf(addDays(received, 1), 0), amount * 480);
  else if (unit === "calendar-day") at = dayEnd(toWorkingDay(addDays(received, amount)));
  else at = dayEnd(toWorkingDay(addMonths(received, amount)));
  for (let added = 0; added < extra; added++) {
    at = instantOf(toWorkingDay(addDays(localDateOf(at), 1)), minuteOfDay(at));
  }
  return at;
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

  it("agrees with an independent reading, minute by minute", () => {
    fc.assert(
      fc.property(moment, limit, fc.constantFrom(0, 0, 10), (from, given, extraWorkingDays) => {
        const fast = deadline({ from, limit: given, calendar, rules, extraWorkingDays }).dueAt;
        expect(toLocalIso(fast)).toBe(toLocalIso(slow(from, given, extraWorkingDays)));
      }),
      { numRuns: 1500 },
    );
  });

  it("never falls outside working time and never before the receipt", () => {
    fc.assert(
      fc.property(moment, limit, (from, given) => {
        const { dueAt } = deadline({ from, limit: given, calendar, rules });
        expect(isWorkingDay(calendar, localDateOf(dueAt))).toBe(true);
        // An in-day answer before the cut-off is owed the same day; everything else lies after the receipt.
        expect(dueAt).toBeGreaterThan(from - (given.unit === "in-day" ? 0 : MINUTE_MS));
      }),
    );
  });

  it("is monotone: who comes later, or has the longer limit, is never served earlier", () => {
    fc.assert(
      fc.property(moment, moment, limit, (a, b, given) => {
        const at = (from: Instant) => deadline({ from, limit: given, calendar, rules }).dueAt;
        expect(at(Math.min(a, b))).toBeLessThanOrEqual(at(Math.max(a, b)));
      }),
    );
    fc.assert(
      fc.property(moment, quarters, quarters, (from, a, b) => {
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
