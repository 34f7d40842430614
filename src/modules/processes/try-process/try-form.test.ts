import { expect, it } from "vitest";
import { toLocalIso } from "../../../kernel/time.ts";
import { vietnamCalendar } from "../../../kernel/vietnam-calendar.ts";
import type { Directory } from "../../organisation/index.ts";
import { makeStep } from "../testing/random-process.ts";
import { tryForm, tryOut } from "./try-form.ts";

const deps = {
  directory: { unitByCode: () => ({ id: 1 }) } as unknown as Directory,
  calendarOf: () => vietnamCalendar(),
};
const tried = {
  code: "9.000001",
  variantCode: "",
  steps: [makeStep("receive", { work: "receive" }), makeStep("return", { work: "return" })],
};
const land = {
  code: "9.000001",
  name: "Thử đất đai",
  limit: { amount: 5, unit: "working-day" },
  mountainDays: 10,
  variants: [],
} as const;

const dueOf = (mountain: string) => {
  const form = tryForm({ "fact.mountain": mountain }, tried, "H21.106", "08:00 23/11/2026");
  const answer = tryOut(deps, form, tried, land);
  return answer.ok && answer.trial.dueAt !== undefined ? toLocalIso(answer.trial.dueAt) : answer;
};

it("tries a mountain commune with the days that its procedure adds, and no other", () => {
  expect(dueOf("no")).toBe("2026-11-30T16:30+07:00");
  expect(dueOf("yes")).toBe("2026-12-14T16:30+07:00");
});
