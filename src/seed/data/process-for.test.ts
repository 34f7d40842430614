import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TimeLimit } from "../../kernel/time-limit.ts";
import { processFaults, totalBudget } from "../../modules/processes/index.ts";
import { limitMinutes } from "./limit-minutes.ts";
import { type ProcessChoice, processFor } from "./process-for.ts";

const procedure = (limit: TimeLimit, level = "commune") => ({
  code: "1.000001",
  levels: [level],
  limit,
  returnAtOnce: false,
});
const budgets = (limit: TimeLimit, level = "commune", choice: ProcessChoice = {}) =>
  processFor(procedure(limit, level), undefined, choice).steps.map((step) => step.budgetMinutes);

describe("the budgets of a process", () => {
  it("share a land limit of 6,25 days out in quarter-days", () => {
    const minutes = budgets({ amount: 6.25, unit: "working-day" }, "province", { committeeSigns: true });
    expect(minutes.reduce((a, b) => a + b)).toBe(3000);
    for (const budget of minutes) expect(budget % 120).toBe(0);
  });

  it("give an in-day case two hours, since it may come just before 15:00", () => {
    expect(budgets({ amount: 1, unit: "in-day" }).reduce((a, b) => a + b)).toBe(120);
  });

  it("count in calendar limits and months only the working days that surely exist", () => {
    expect(limitMinutes({ amount: 15, unit: "calendar-day" })).toBe(10 * 480);
    expect(limitMinutes({ amount: 1, unit: "calendar-day" })).toBe(480);
    expect(limitMinutes({ amount: 2, unit: "month" })).toBe(40 * 480);
  });

  it("do not let the desk sit on a long case: half a day to receive, half a day to return", () => {
    const minutes = budgets({ amount: 40, unit: "working-day" });
    expect(minutes[0]).toBe(240);
    expect(minutes.at(-1)).toBe(240);
  });

  it("add the ten working days of mountain communes to the work", () => {
    const plain = budgets({ amount: 5, unit: "working-day" });
    const mountain = budgets({ amount: 5, unit: "working-day" }, "commune", { extraWorkingDays: 10 });
    const sum = (list: number[]) => list.reduce((a, b) => a + b);
    expect(sum(mountain) - sum(plain)).toBe(4800);
  });

  it("add up to the limit exactly, in a process without fault, for any limit and template", () => {
    const limits = fc.oneof(
      fc
        .integer({ min: 1, max: 240 })
        .map((quarters): TimeLimit => ({ amount: quarters / 4, unit: "working-day" })),
      fc.integer({ min: 1, max: 90 }).map((amount): TimeLimit => ({ amount, unit: "calendar-day" })),
      fc.integer({ min: 1, max: 12 }).map((amount): TimeLimit => ({ amount, unit: "month" })),
      fc.integer({ min: 1, max: 72 }).map((halves): TimeLimit => ({ amount: halves / 2, unit: "hour" })),
      fc.constant<TimeLimit>({ amount: 1, unit: "in-day" }),
    );
    fc.assert(
      fc.property(
        limits,
        fc.constantFrom("commune", "province"),
        fc.boolean(),
        (limit, level, committeeSigns) => {
          const process = processFor(procedure(limit, level), undefined, { committeeSigns });
          expect(totalBudget(process)).toBe(limitMinutes(limit));
          expect(processFaults(process)).toEqual([]);
        },
      ),
    );
  });

  it("cannot be made for a procedure without a limit", () => {
    expect(() => processFor({ code: "1.000001", levels: ["commune"], returnAtOnce: false })).toThrow();
  });
});
