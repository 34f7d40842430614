import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { apologyOwedFrom } from "./apology-owed.ts";
import { workingDaysBefore } from "./deadline.ts";
import { changing } from "./testing/changing-calendar.ts";
import { addDays, instantOf, localDateOf, MINUTE_MS, toLocalIso } from "./time.ts";
import { vietnamCalendar } from "./vietnam-calendar.ts";
import {
  addWorkingMinutes,
  buildCalendar,
  endOfWorkingDay,
  isWorkingDay,
  workingMinutesBetween,
} from "./working-calendar.ts";

const ordinary = vietnamCalendar();
const morning = [{ start: 450, end: 690 }];
const withHalf = (...dates: string[]) =>
  buildCalendar({
    ...ordinary,
    exceptions: [
      ...ordinary.exceptions,
      ...dates.map((date) => ({ date, working: true, sessions: morning, name: "Nửa ngày", source: "QĐ" })),
    ],
  });
const at = (local: string) =>
  instantOf(local.slice(0, 10), Number(local.slice(11, 13)) * 60 + Number(local.slice(14)));
const started = at("2026-11-23T09:00");
const owed = (due: string, calendar = ordinary) =>
  toLocalIso(apologyOwedFrom({ startedAt: started, dueAt: at(due) }, calendar, 1)).slice(0, 16);

describe("an apology is owed one working day before the appointment", () => {
  test.each([
    ["an end of a day: the end of the day before", "2026-12-04T16:30", "2026-12-03T16:30"],
    ["over a weekend", "2026-12-07T16:30", "2026-12-04T16:30"],
    ["a part of a day: as much of the day before", "2026-12-04T09:30", "2026-12-03T09:30"],
  ])("%s", (_name, due, from) => {
    expect(owed(due)).toBe(from);
  });

  it("also where one of the two days has a morning alone: a half day is a day", () => {
    expect(owed("2026-12-04T11:30", withHalf("2026-12-04"))).toBe("2026-12-03T16:30");
    expect(owed("2026-12-04T16:30", withHalf("2026-12-03"))).toBe("2026-12-03T11:30");
    // More minutes than the half day has: its end.
    expect(owed("2026-12-04T15:00", withHalf("2026-12-03"))).toBe("2026-12-03T11:30");
  });

  it("and from the appointment on where the case was promised within that time", () => {
    const startedAt = at("2026-12-03T16:30");
    const dueAt = at("2026-12-04T16:30");
    expect(apologyOwedFrom({ startedAt, dueAt }, ordinary, 1)).toBe(dueAt);
    expect(apologyOwedFrom({ startedAt: startedAt - MINUTE_MS, dueAt }, ordinary, 1)).toBe(startedAt);
  });
});

describe("whole working days before a moment", () => {
  const moment = fc
    .tuple(fc.nat(400), fc.nat(1439))
    .map(([day, minute]) => instantOf(addDays("2026-01-05", day), minute));
  const days = fc.integer({ min: 1, max: 12 });

  it("are the working minutes of as many days where every day has all its hours", () => {
    fc.assert(
      fc.property(moment, days, (from, count) => {
        const due = addWorkingMinutes(ordinary, from, count * ordinary.dayMinutes);
        const before = workingDaysBefore(ordinary, due, count);
        expect(workingMinutesBetween(ordinary, before, due)).toBe(count * ordinary.dayMinutes);
      }),
    );
  });

  it("are as many days whatever the hours of each, and grow with the moment", () => {
    fc.assert(
      fc.property(moment, days, fc.nat(3000), (due, count, later) => {
        const calendar = changing;
        const before = workingDaysBefore(calendar, due, count);
        const first = localDateOf(before);
        expect(isWorkingDay(calendar, first)).toBe(true);
        expect(before).toBeLessThanOrEqual(endOfWorkingDay(calendar, first));
        let counted = 0;
        for (let date = first; date < localDateOf(due); date = addDays(date, 1))
          if (isWorkingDay(calendar, date)) counted++;
        expect(counted).toBe(count);
        const then = workingDaysBefore(calendar, due + later * MINUTE_MS, count);
        expect(then).toBeGreaterThanOrEqual(before);
      }),
    );
  });
});
