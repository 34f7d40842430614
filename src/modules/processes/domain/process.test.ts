import { describe, expect, it } from "vitest";
import { type ProcessDefinition, type ProcessStep, totalBudget } from "./process.ts";
import { processFaults } from "./process-faults.ts";

const step = (change: Partial<ProcessStep>): ProcessStep => ({
  id: "appraise",
  name: "Thẩm định hồ sơ",
  nameEn: "Appraise",
  unit: "deciding-unit",
  post: "specialist",
  work: "process",
  budgetMinutes: 120,
  ...change,
});
const receive = step({ id: "receive", unit: "receiving-desk", post: "desk-officer", work: "receive" });
const giveBack = step({ id: "return", unit: "receiving-desk", post: "desk-officer", work: "return" });
const process = (...steps: ProcessStep[]): ProcessDefinition => ({ code: "1.000001", version: 1, steps });

describe("a process", () => {
  it("adds up the budgets of its steps", () => {
    expect(totalBudget(process(receive, step({ budgetMinutes: 600 }), giveBack))).toBe(840);
  });

  it("has no fault when it begins and ends at the one-stop desk", () => {
    expect(processFaults(process(receive, step({}), giveBack))).toEqual([]);
  });

  it("is at fault without steps, without its desk steps, without time, and with a step named twice", () => {
    expect(processFaults(process())).toEqual(["no-steps"]);
    expect(processFaults(process(step({}), giveBack))).toEqual(["first-step-not-receive"]);
    expect(processFaults(process(receive, step({})))).toEqual(["last-step-not-return"]);
    expect(processFaults(process(receive, step({ budgetMinutes: 0 }), giveBack))).toEqual([
      "step-without-budget",
    ]);
    expect(processFaults(process(receive, step({}), step({}), giveBack))).toEqual(["step-id-twice"]);
  });
});
