import { describe, expect, it } from "vitest";
import { deadline, dueAfterDaysOff } from "./deadline.ts";
import { DEADLINE_RULES, rulesById, rulesOn } from "./deadline-rules.ts";
import { changing } from "./testing/changing-calendar.ts";
import { type Instant, instantOf, toLocalIso } from "./time.ts";
import type { TimeLimit } from "./time-limit.ts";
import { vietnamCalendar } from "./vietnam-calendar.ts";

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
