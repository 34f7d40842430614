import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instantOf, MINUTE_MS, parseIso } from "../../../kernel/time.ts";
import { vietnamCalendar } from "../../../kernel/vietnam-calendar.ts";
import { addWorkingMinutes } from "../../../kernel/working-calendar.ts";
import type { WarningRule } from "./warning-rule.ts";
import { type WatchedStep, warningsDue } from "./warnings-due.ts";

const calendar = vietnamCalendar();
const rule = (code: string, change: Partial<WarningRule>): WarningRule => ({
  code,
  effectiveFrom: "2025-07-01",
  recipient: "holder",
  minBudgetMinutes: 0,
  ...change,
});
const RULES = [
  rule("50", { percent: 50 }),
  rule("80", { percent: 80 }),
  rule("100", { percent: 100 }),
  rule("head", { percent: 100, recipient: "division-head" }),
  rule("leader", { minutesAfterDue: 240, recipient: "leader" }),
  rule("office", { minutesAfterDue: 960, recipient: "office" }),
];
const OPENED = instantOf("2026-11-23", 8 * 60);
/** Two working days. */
const step = (change: Partial<WatchedStep> = {}): WatchedStep => ({
  work: "process",
  openedAt: OPENED,
  dueAt: addWorkingMinutes(calendar, OPENED, 960),
  post: "specialist",
  waits: [],
  ...change,
});
const used = (minutes: number) => addWorkingMinutes(calendar, OPENED, minutes);
const codes = (minutes: number, of = step(), rules = RULES) =>
  warningsDue(of, used(minutes), calendar, rules).map((one) => one.code);

describe("warnings about a step", () => {
  it("come at half, four fifths and all of the budget, in working time", () => {
    expect(codes(479)).toEqual([]);
    expect(codes(480)).toEqual(["50"]);
    expect(codes(767)).toEqual(["50"]);
    expect(codes(768)).toEqual(["80"]);
    expect(codes(960)).toEqual(["100", "head"]);
  });

  it("climb to the leader after half a day and to the office after two", () => {
    expect(codes(960 + 239)).toEqual(["100", "head"]);
    expect(codes(960 + 240)).toEqual(["100", "head", "leader"]);
    expect(codes(960 + 960)).toEqual(["100", "head", "leader", "office"]);
  });

  it("go by the due time where a law and not the budget says it", () => {
    // Three days from Monday at eight end on Thursday with the day: as long there is no word of lateness.
    const opinion = step({ work: "opinion", budgetMinutes: 1440, dueAt: instantOf("2026-11-26", 990) });
    expect(codes(1440, opinion)).toEqual(["50"]);
    expect(codes(1440 + 420, opinion)).toEqual(["100", "head"]);
  });

  it("tell nobody of a superior's work", () => {
    expect(codes(3000, step({ post: "division-head" }))).toEqual(["100", "leader", "office"]);
    expect(codes(3000, step({ post: "leader" }))).toEqual(["100", "office"]);
  });

  it("do not count the time in which the applicant was waited for", () => {
    const waits = [{ from: used(100), to: used(400) }];
    expect(codes(700, step({ waits }))).toEqual([]);
    expect(codes(780, step({ waits }))).toEqual(["50"]);
    const twice = [...waits, { from: used(50), to: used(300) }];
    expect(codes(480 + 350, step({ waits: twice }))).toEqual(["50"]);
    expect(codes(480 + 349, step({ waits: twice }))).toEqual([]);
  });

  it("leave steps alone whose budget is smaller than the rule asks for", () => {
    const [half] = [rule("50", { percent: 50, minBudgetMinutes: 961 })];
    expect(codes(900, step(), [half])).toEqual([]);
  });

  it("follow the rules of the day on which they fall", () => {
    const old = rule("50", { percent: 50, effectiveTo: "2026-11-23" });
    const next = rule("50", { percent: 70, effectiveFrom: "2026-11-24" });
    const at = (iso: string) =>
      warningsDue(step({ dueAt: addWorkingMinutes(calendar, OPENED, 480) }), parseIso(iso), calendar, [
        old,
        next,
      ]);
    expect(at("2026-11-23T15:00+07:00").map((one) => one.percent)).toEqual([50]);
    expect(at("2026-11-24T09:00+07:00").map((one) => one.percent)).toEqual([70]);
  });

  it("once due stay due or give way to a graver one, whatever the step", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 30, max: 5000 }),
        fc.integer({ min: 0, max: 8000 }),
        fc.integer({ min: 0, max: 8000 }),
        (budget, first, more) => {
          const one = step({ dueAt: addWorkingMinutes(calendar, OPENED, budget) });
          const rank = (minutes: number) =>
            warningsDue(one, OPENED + minutes * MINUTE_MS, calendar, RULES).map((due) => due.recipient);
          const before = rank(first);
          const later = rank(first + more);
          for (const recipient of before) expect(later).toContain(recipient);
          expect(new Set(later).size).toBe(later.length);
        },
      ),
    );
  });
});
