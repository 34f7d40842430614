import { expect, it } from "vitest";
import { makeStep, wholeProcess } from "../testing/random-process.ts";
import { totalBudget } from "./process.ts";

it("adds up the budgets of the steps that count", () => {
  const steps = wholeProcess(
    makeStep("appraise", { budgetMinutes: 600 }),
    makeStep("survey", { budgetMinutes: 960, work: "await-outside", uncounted: "survey" }),
  );
  expect(totalBudget({ steps })).toBe(840);
});
