import { describe, expect, it } from "vitest";
import { intakeCalendar } from "./intake-calendar.ts";
import { instantOf } from "./time.ts";
import { vietnamCalendar } from "./vietnam-calendar.ts";
import { addWorkingMinutes, buildCalendar, isWorkingDay, sessionsOf } from "./working-calendar.ts";

const base = vietnamCalendar();
const morning = [{ start: 420, end: 660 }];
/** The police's: Monday to Friday and Saturday morning (1.004194). */
const week = [...Array.from({ length: 5 }, () => base.sessions), morning, []];
const police = buildCalendar({ ...base, intake: [{ from: "2026-03-02", week }] });

describe("the intake calendar", () => {
  it("is the working calendar itself where nobody declared another", () => {
    expect(intakeCalendar(base)).toBe(base);
    expect(intakeCalendar(police)).toBe(intakeCalendar(police));
  });

  it("is open on Saturday mornings from the day on that was declared, while deadlines do not count them", () => {
    const intake = intakeCalendar(police);
    expect(sessionsOf(intake, "2026-02-28")).toEqual([]);
    expect(sessionsOf(intake, "2026-03-07")).toEqual(morning);
    expect(isWorkingDay(police, "2026-03-07")).toBe(false);
    // Friday 15:00 and eight hours: ninety minutes, four hours of Saturday, two and a half of Monday.
    expect(addWorkingMinutes(intake, instantOf("2026-03-06", 900), 480)).toBe(instantOf("2026-03-09", 570));
    expect(addWorkingMinutes(police, instantOf("2026-03-06", 900), 480)).toBe(instantOf("2026-03-09", 900));
  });

  it("is closed on holidays and open on days worked instead, as long as people work", () => {
    const saturday = { date: "2026-03-14", working: false, name: "Ngày hội", source: "QĐ" };
    const half = { date: "2026-03-11", working: true, sessions: morning, name: "Sáng", source: "QĐ" };
    const intake = intakeCalendar(
      buildCalendar({ ...police, exceptions: [...police.exceptions, saturday, half] }),
    );
    expect(sessionsOf(intake, "2026-03-14")).toEqual([]);
    expect(sessionsOf(intake, "2026-05-01")).toEqual([]);
    expect(sessionsOf(intake, "2026-03-11")).toEqual(morning);
    expect(sessionsOf(intakeCalendar(police), "2026-08-22")).toEqual(base.sessions);
    const noSaturday = [...week.slice(0, 5), [], []];
    const other = buildCalendar({ ...base, intake: [{ from: "2026-03-02", week: noSaturday }] });
    expect(sessionsOf(intakeCalendar(other), "2026-08-22")).toEqual(base.sessions);
  });

  it("follows the hours of work again when that is declared", () => {
    const ended = buildCalendar({
      ...base,
      hours: [{ from: "2026-05-04", sessions: [{ start: 480, end: 960 }] }],
      intake: [{ from: "2026-03-02", week }, { from: "2026-06-01" }],
    });
    const intake = intakeCalendar(ended);
    expect(sessionsOf(intake, "2026-05-09")).toEqual(morning);
    expect(sessionsOf(intake, "2026-06-06")).toEqual([]);
    expect(sessionsOf(intake, "2026-06-08")).toEqual([{ start: 480, end: 960 }]);
  });

  it("is never a week without intake, nor one of other than seven days", () => {
    for (const none of [[], week.slice(1), week.map(() => [])])
      expect(() => buildCalendar({ ...base, intake: [{ from: "2026-03-02", week: none }] })).toThrow(
        RangeError,
      );
  });
});
