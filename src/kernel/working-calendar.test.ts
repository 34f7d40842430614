import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type Instant, instantOf, localDateOf, MINUTE_MS, minuteOfDay, parseIso } from "./time.ts";
import { vietnamCalendar } from "./vietnam-calendar.ts";
import {
  addWorkingMinutes,
  buildCalendar,
  dueAfterPause,
  endOfWorkingDay,
  isWorkingDay,
  nextWorkingDay,
  nextWorkingInstant,
  whyNotWorking,
  workingMinutesBetween,
} from "./working-calendar.ts";

const calendar = vietnamCalendar();
const START = parseIso("2024-12-01T00:00:00.000Z");
/** Any minute of some two and a half years around two Tết and both official schedules. */
const moment = fc.integer({ min: 0, max: 900 * 1440 }).map((minutes) => START + minutes * MINUTE_MS);
const amount = fc.integer({ min: 1, max: 60 * 480 });

/** Slow and obvious: looks at one minute after the other. */
function slowMinutes(from: Instant, to: Instant): number {
  let count = 0;
  for (let at = from; at < to; at += MINUTE_MS) {
    const minute = minuteOfDay(at);
    const inSession = calendar.sessions.some((session) => minute >= session.start && minute < session.end);
    if (inSession && isWorkingDay(calendar, localDateOf(at))) count++;
  }
  return count;
}

describe("the working calendar", () => {
  it("rests on weekends and on the days of the official schedules, and says why", () => {
    expect(isWorkingDay(calendar, "2026-11-23")).toBe(true);
    expect(whyNotWorking(calendar, "2026-11-22")).toEqual({ kind: "weekly-rest" });
    expect(whyNotWorking(calendar, "2026-02-17")).toMatchObject({
      kind: "holiday",
      name: "Tết Âm lịch (mùng 1)",
    });
    expect(whyNotWorking(calendar, "2026-04-27")?.source).toContain("Điều 111");
  });

  it("works on the Saturdays that are worked instead", () => {
    for (const date of ["2025-04-26", "2026-01-10", "2026-08-22"])
      expect(isWorkingDay(calendar, date)).toBe(true);
    for (const date of ["2025-05-02", "2026-01-02", "2026-08-31"])
      expect(isWorkingDay(calendar, date)).toBe(false);
  });

  it("takes the days of the law and of the lunar calendar where no schedule is known yet", () => {
    // Mùng 1 of 2027 is Saturday 06/02; Giỗ Tổ is Friday 16/04.
    for (const date of ["2027-02-05", "2027-02-08", "2027-02-09", "2027-04-16", "2027-09-02"]) {
      expect(isWorkingDay(calendar, date)).toBe(false);
    }
    // Two of the five days of Tết 2027 fall on a weekend; two working days after it are owed for them.
    expect(isWorkingDay(calendar, "2027-02-10")).toBe(false);
    expect(isWorkingDay(calendar, "2027-02-11")).toBe(false);
    expect(isWorkingDay(calendar, "2027-02-12")).toBe(true);
    expect(whyNotWorking(calendar, "2027-02-05")?.source).toContain("computed");
  });

  it("keeps 24/11 a working day until its law is switched on", () => {
    expect(isWorkingDay(calendar, "2026-11-24")).toBe(true);
    expect(isWorkingDay(vietnamCalendar({ cultureDay: true }), "2026-11-24")).toBe(false);
  });

  it("counts the same minutes as somebody who looks at each one", () => {
    const span = fc.integer({ min: 0, max: 12 * 1440 }).map((minutes) => minutes * MINUTE_MS);
    fc.assert(
      fc.property(moment, span, (from, length) => {
        expect(workingMinutesBetween(calendar, from, from + length)).toBe(slowMinutes(from, from + length));
      }),
      { numRuns: 60 },
    );
  });

  it("adds what it then counts", () => {
    fc.assert(
      fc.property(moment, amount, (from, minutes) => {
        expect(workingMinutesBetween(calendar, from, addWorkingMinutes(calendar, from, minutes))).toBe(
          minutes,
        );
      }),
    );
  });

  it("never ends outside working time", () => {
    fc.assert(
      fc.property(moment, amount, (from, minutes) => {
        const end = addWorkingMinutes(calendar, from, minutes);
        const minute = minuteOfDay(end);
        expect(isWorkingDay(calendar, localDateOf(end))).toBe(true);
        expect(calendar.sessions.some((session) => minute > session.start && minute <= session.end)).toBe(
          true,
        );
      }),
    );
  });

  it("is monotone in the start and in the amount", () => {
    fc.assert(
      fc.property(moment, moment, amount, amount, (a, b, less, more) => {
        const [from, to] = a < b ? [a, b] : [b, a];
        const [few, many] = less < more ? [less, more] : [more, less];
        expect(addWorkingMinutes(calendar, from, few)).toBeLessThanOrEqual(
          addWorkingMinutes(calendar, to, few),
        );
        expect(addWorkingMinutes(calendar, from, few)).toBeLessThanOrEqual(
          addWorkingMinutes(calendar, from, many),
        );
      }),
    );
  });

  it("gave one day for National Day until the Labour Code of 2019 came into force", () => {
    expect(isWorkingDay(calendar, "2020-09-01")).toBe(true);
    expect(whyNotWorking(calendar, "2020-09-02")?.source).toContain("BLLĐ 2012");
    expect(isWorkingDay(calendar, "2021-09-01")).toBe(false);
    expect(whyNotWorking(calendar, "2021-09-02")?.source).toContain("BLLĐ 2019");
    // 02/09/2018 was a Sunday: one day is owed for it, the Monday.
    expect(isWorkingDay(calendar, "2018-09-03")).toBe(false);
    expect(isWorkingDay(calendar, "2018-09-04")).toBe(true);
  });

  it("gives back after a pause exactly the working time that was left, to the millisecond", () => {
    const due = parseIso("2026-11-26T16:30+07:00");
    const paused = parseIso("2026-11-24T10:00:30.250+07:00");
    expect(dueAfterPause(calendar, due, paused, paused)).toBe(due);
    expect(dueAfterPause(calendar, due, paused, paused + 60_000)).toBe(parseIso("2026-11-27T07:01+07:00"));
    expect(dueAfterPause(calendar, due, parseIso("2026-11-24T20:00"), parseIso("2026-11-25T06:00"))).toBe(
      due,
    );
    expect(dueAfterPause(calendar, due, due, due + 30 * 86_400_000)).toBe(due);
    const ms = fc.integer({ min: 0, max: 40 * 86_400_000 });
    fc.assert(
      fc.property(moment, amount, ms, ms, (from, minutes, toPause, length) => {
        const before = addWorkingMinutes(calendar, from, minutes);
        const [pausedAt, resumedAt] = [from + toPause, from + toPause + length];
        const after = dueAfterPause(calendar, before, pausedAt, resumedAt);
        const missed = before <= pausedAt;
        expect(after).toBeGreaterThanOrEqual(before);
        if (missed) expect(after).toBe(before);
        else {
          const middle = pausedAt + Math.floor(length / 2);
          const once = dueAfterPause(calendar, before, pausedAt, middle);
          expect(dueAfterPause(calendar, once, middle, resumedAt)).toBe(after);
          const left = workingMinutesBetween(calendar, pausedAt, before);
          expect(workingMinutesBetween(calendar, resumedAt, after)).toBe(left);
        }
      }),
    );
  });

  it("counts nothing backwards and refuses negative amounts", () => {
    expect(workingMinutesBetween(calendar, START + 1000, START)).toBe(0);
    expect(() => addWorkingMinutes(calendar, START, -1)).toThrow(RangeError);
  });

  it("finds the next working day, its end and the next working moment", () => {
    expect(nextWorkingDay(calendar, "2026-02-13")).toBe("2026-02-23");
    expect(endOfWorkingDay(calendar, "2026-02-23")).toBe(instantOf("2026-02-23", 990));
    expect(nextWorkingInstant(calendar, instantOf("2026-02-14", 600))).toBe(instantOf("2026-02-23", 420));
    expect(nextWorkingInstant(calendar, instantOf("2026-02-23", 700))).toBe(instantOf("2026-02-23", 780));
    expect(nextWorkingInstant(calendar, instantOf("2026-02-23", 800))).toBe(instantOf("2026-02-23", 800));
  });

  it("refuses sessions that overlap or leave no time", () => {
    const definition = { id: "x", version: "1", restWeekdays: [7], exceptions: [] };
    expect(() => buildCalendar({ ...definition, sessions: [] })).toThrow(RangeError);
    const overlapping = [
      { start: 420, end: 700 },
      { start: 690, end: 900 },
    ];
    expect(() => buildCalendar({ ...definition, sessions: overlapping })).toThrow(RangeError);
  });

  it("works by the hours of the day: those declared from a day on, and those of a half day", () => {
    const [morning, afternoon] = [
      { start: 450, end: 690 },
      { start: 780, end: 1020 },
    ];
    const half = { date: "2026-03-13", working: true, sessions: [morning], name: "Sáng", source: "QĐ" };
    const own = buildCalendar({
      ...calendar,
      hours: [{ from: "2026-03-11", sessions: [morning, afternoon] }],
      exceptions: [...calendar.exceptions, half],
    });
    expect(endOfWorkingDay(own, "2026-03-10")).toBe(instantOf("2026-03-10", 990));
    expect(endOfWorkingDay(own, "2026-03-11")).toBe(instantOf("2026-03-11", 1020));
    expect(endOfWorkingDay(own, "2026-03-13")).toBe(instantOf("2026-03-13", 690));
    expect(nextWorkingInstant(own, instantOf("2026-03-11", 430))).toBe(instantOf("2026-03-11", 450));
    expect(nextWorkingInstant(own, instantOf("2026-03-13", 800))).toBe(instantOf("2026-03-16", 450));
    const [from, to] = [instantOf("2026-03-10", 0), instantOf("2026-03-17", 0)];
    expect(workingMinutesBetween(own, from, to)).toBe(480 + 480 + 480 + 240 + 480);
    // Half an hour of Tuesday's afternoon is left, and the Wednesday begins later than it used to.
    expect(addWorkingMinutes(own, instantOf("2026-03-10", 960), 60)).toBe(instantOf("2026-03-11", 480));
    expect(isWorkingDay(own, "2026-03-13")).toBe(true);
  });

  it("refuses hours that make the day longer, and half days that are none", () => {
    const long = [{ start: 420, end: 960 }];
    expect(() => buildCalendar({ ...calendar, hours: [{ from: "2026-03-11", sessions: long }] })).toThrow(
      RangeError,
    );
    for (const [working, sessions] of [
      [true, []],
      [true, long],
      [false, [{ start: 420, end: 690 }]],
    ] as const) {
      const day = { date: "2026-03-11", working, sessions, name: "x", source: "y" };
      expect(() => buildCalendar({ ...calendar, exceptions: [day] })).toThrow(RangeError);
    }
  });

  it("spans decades as fast as days: the index holds every day once", () => {
    const from = instantOf("2016-01-04", 420);
    const end = addWorkingMinutes(calendar, from, 480 * 250 * 20);
    expect(localDateOf(end) > "2035-01-01").toBe(true);
    expect(calendar.workedBefore.length).toBeLessThan(366 * 60);
    expect(addDays(localDateOf(end), 0)).toBe(localDateOf(end));
  });
});
