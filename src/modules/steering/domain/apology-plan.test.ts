import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apologyOwedFrom } from "../../../kernel/apology-owed.ts";
import { formatDateTime, instantOf, localDateOf, parseIso } from "../../../kernel/time.ts";
import { vietnamCalendar } from "../../../kernel/vietnam-calendar.ts";
import { addWorkingMinutes, isWorkingDay } from "../../../kernel/working-calendar.ts";
import { proposedDate } from "./apology-plan.ts";

const calendar = vietnamCalendar();
const at = (local: string) => parseIso(`${local}+07:00`);
const STEPS = [
  { id: "receive", work: "receive", budgetMinutes: 240 },
  { id: "appraise", work: "process", budgetMinutes: 1200 },
  { id: "approve", work: "approve", budgetMinutes: 240 },
  { id: "return", work: "return", budgetMinutes: 2400 },
];

describe("when an apology is owed", () => {
  it("one working day before the appointment, weekends and holidays not counted", () => {
    const running = { startedAt: at("2026-11-23T09:00"), dueAt: at("2026-11-30T16:30") };
    expect(formatDateTime(apologyOwedFrom(running, calendar, 1))).toBe("16:30 ngày 27/11/2026");
  });

  it("one working day before it also where the limit is short", () => {
    const startedAt = at("2026-11-23T09:00");
    const owed = (dueAt: string) =>
      formatDateTime(apologyOwedFrom({ startedAt, dueAt: at(dueAt) }, calendar, 1));
    // a limit of one working day, of one and a half
    expect(owed("2026-11-24T16:30")).toBe("16:30 ngày 23/11/2026");
    expect(owed("2026-11-25T11:30")).toBe("11:30 ngày 24/11/2026");
  });

  it("at the appointment itself where no more than that was promised", () => {
    const startedAt = at("2026-11-23T09:00");
    for (const due of ["2026-11-23T16:30", "2026-11-24T09:00"])
      expect(apologyOwedFrom({ startedAt, dueAt: at(due) }, calendar, 1)).toBe(at(due));
  });

  it("is never owed before the clock ran nor after the appointment", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400_000 }),
        fc.integer({ min: 1, max: 20_000 }),
        (start, length) => {
          const startedAt = instantOf("2026-01-05", 0) + start * 60_000;
          const dueAt = addWorkingMinutes(calendar, startedAt, length);
          const owed = apologyOwedFrom({ startedAt, dueAt }, calendar, 1);
          expect(owed).toBeGreaterThan(startedAt);
          expect(owed).toBeLessThanOrEqual(dueAt);
        },
      ),
    );
  });
});

describe("the date that is proposed", () => {
  const now = at("2026-11-27T16:30");
  const due = at("2026-11-30T16:30");

  it("gives the steps that are left their budgets, the open one what is left of it", () => {
    const open = { id: "appraise", openedAt: at("2026-11-27T09:00") };
    // 1200 minutes, 390 of them used, and 240: two days and a bit from Friday evening
    expect(proposedDate(STEPS, open, due, now, calendar)).toBe("2026-12-02");
  });

  it("gives half of its budget to a step that has none left", () => {
    const open = { id: "approve", openedAt: at("2026-11-20T09:00") };
    expect(proposedDate(STEPS, open, due, now, calendar)).toBe("2026-12-01");
  });

  it("is a working day after today and after the appointment, whatever is left", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400_000 }),
        fc.integer({ min: -40_000, max: 40_000 }),
        fc.constantFrom("receive", "appraise", "approve", "gone", undefined),
        fc.integer({ min: 0, max: 50_000 }),
        (minutes, toDue, step, open) => {
          const moment = instantOf("2026-01-05", 0) + minutes * 60_000;
          const dueAt = moment + toDue * 60_000;
          const opened = step === undefined ? undefined : { id: step, openedAt: moment - open * 60_000 };
          const date = proposedDate(STEPS, opened, dueAt, moment, calendar);
          expect(isWorkingDay(calendar, date)).toBe(true);
          expect(date > localDateOf(moment) && date > localDateOf(dueAt)).toBe(true);
        },
      ),
    );
  });
});
