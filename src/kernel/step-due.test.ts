import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rulesById } from "./deadline-rules.ts";
import { stepDue, stepDueAfterPause } from "./step-due.ts";
import { addDays, instantOf, localDateOf, toLocalIso } from "./time.ts";
import { vietnamCalendar } from "./vietnam-calendar.ts";
import { addWorkingMinutes, endOfWorkingDay, isWorkingDay } from "./working-calendar.ts";

const calendar = vietnamCalendar();
const law = { calendar, rules: rulesById("2026") };
const at = (local: string) =>
  instantOf(local.slice(0, 10), Number(local.slice(11, 13)) * 60 + Number(local.slice(14)));
const due = (work: string, budgetMinutes: number, from: string) =>
  toLocalIso(stepDue({ work, budgetMinutes }, at(from), law)).slice(0, 16);
const moment = fc
  .tuple(fc.nat(700), fc.nat(1439))
  .map(([day, minute]) => instantOf(addDays("2026-07-01", day), minute));

describe("the desk passes on what it receives", () => {
  test.each([
    ["its budget is up before the day is", "2026-11-02T09:00", "2026-11-02T14:30"],
    ["before the cut-off: within the day", "2026-11-02T14:00", "2026-11-02T16:30"],
    ["a minute before it", "2026-11-02T14:59", "2026-11-02T16:30"],
    ["from the cut-off on: early on the next working day", "2026-11-02T15:00", "2026-11-03T08:00"],
    ["late on a Friday", "2026-11-06T16:00", "2026-11-09T08:00"],
    ["on a day of rest: within the next working day", "2026-11-07T09:00", "2026-11-09T11:00"],
  ])("%s", (_name, received, passedOn) => {
    expect(due("receive", 240, received)).toBe(passedOn);
  });

  test("by the law, and by its budget where that is shorter; other work by its budget alone", () => {
    expect(due("receive", 30, "2026-11-02T15:30")).toBe("2026-11-02T16:00");
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 2000 }), (from, budgetMinutes) => {
        const byBudget = addWorkingMinutes(calendar, from, budgetMinutes);
        for (const work of ["process", "review", "approve", "issue", "return"] as const)
          expect(stepDue({ work, budgetMinutes }, from, law)).toBe(byBudget);
        const passedOn = stepDue({ work: "receive", budgetMinutes }, from, law);
        expect(passedOn).toBeLessThanOrEqual(byBudget);
        expect(passedOn).toBeGreaterThan(from);
      }),
    );
  });
});

describe("a term of days for an opinion", () => {
  test("ends with its last working day, not at the hour of asking; one of hours is exact", () => {
    expect(due("opinion", 1440, "2026-11-02T09:00")).toBe("2026-11-05T16:30");
    expect(due("opinion", 240, "2026-11-02T09:00")).toBe("2026-11-02T14:30");
    expect(due("opinion", 600, "2026-11-02T09:00")).toBe("2026-11-03T11:00");
  });

  test("has all its working days whole, whenever it was asked, and after a pause too", () => {
    fc.assert(
      fc.property(
        moment,
        fc.integer({ min: 1, max: 15 }),
        fc.nat(20_000),
        fc.nat(20_000),
        (from, days, wait, stood) => {
          const given = { work: "opinion", budgetMinutes: days * 480 } as const;
          const end = stepDue(given, from, law);
          let working = 0;
          for (let date = addDays(localDateOf(from), 1); date <= localDateOf(end); date = addDays(date, 1))
            if (isWorkingDay(calendar, date)) working++;
          expect(working).toBe(days);
          expect(end).toBe(endOfWorkingDay(calendar, localDateOf(end)));
          const pause = { at: from + wait * 60_000, until: from + (wait + stood) * 60_000 };
          const later = stepDueAfterPause(given, end, pause, calendar);
          expect(later).toBeGreaterThanOrEqual(end);
          expect(later).toBe(endOfWorkingDay(calendar, localDateOf(later)));
        },
      ),
    );
  });
});
