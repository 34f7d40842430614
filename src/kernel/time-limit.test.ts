import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  formatTimeLimit,
  isCountable,
  limitInWorkingMinutes,
  mostWorkingMinutes,
  parseTimeLimit,
  type TimeLimit,
} from "./time-limit.ts";

describe("a time limit in words", () => {
  it.each([
    ["6,25 ngày làm việc", { amount: 6.25, unit: "working-day" }],
    ["03 ngày làm việc", { amount: 3, unit: "working-day" }],
    ["20 ngày", { amount: 20, unit: "calendar-day" }],
    ["4 giờ", { amount: 4, unit: "hour" }],
    ["1 tháng", { amount: 1, unit: "month" }],
  ])("reads “%s”", (text, limit) => {
    expect(parseTimeLimit(text)).toEqual({ ok: true, value: limit });
  });

  it("reads “trong ngày” as answered on the day", () => {
    expect(parseTimeLimit("Trong ngày")).toMatchObject({ ok: true, value: { unit: "in-day" } });
  });

  it("never guesses: two limits in one text, or none, are refused", () => {
    expect(parseTimeLimit("Không quá 15 ngày + 08 ngày làm việc").ok).toBe(false);
    expect(parseTimeLimit("theo quy định").ok).toBe(false);
  });

  it("writes what it reads", () => {
    const unit = fc.constantFrom<TimeLimit["unit"]>("hour", "working-day", "calendar-day", "month");
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 90 }), unit, (amount, given) => {
        const limit = { amount, unit: given };
        expect(parseTimeLimit(formatTimeLimit(limit, "vi"))).toEqual({ ok: true, value: limit });
      }),
    );
    expect(formatTimeLimit({ amount: 6.25, unit: "working-day" }, "vi")).toBe("6,25 ngày làm việc");
    expect(formatTimeLimit({ amount: 1, unit: "working-day" }, "en")).toBe("1 working day");
  });

  it("knows the working minutes where they are exact", () => {
    expect(limitInWorkingMinutes({ amount: 6.25, unit: "working-day" })).toBe(3000);
    expect(limitInWorkingMinutes({ amount: 20, unit: "calendar-day" })).toBeUndefined();
    expect(mostWorkingMinutes({ amount: 6.25, unit: "working-day" })).toBe(3000);
    expect(mostWorkingMinutes({ amount: 20, unit: "calendar-day" })).toBe(20 * 480);
    expect(mostWorkingMinutes({ amount: 2, unit: "month" })).toBe(46 * 480);
    expect(mostWorkingMinutes({ amount: 1, unit: "in-day" })).toBe(480);
  });

  it("knows by which limits no date can be counted", () => {
    const countable = (amount: number, unit: TimeLimit["unit"]) => isCountable({ amount, unit });
    expect([countable(6.25, "working-day"), countable(35 / 60, "hour"), countable(12, "month")]).toEqual([
      true,
      true,
      true,
    ]);
    for (const amount of [0, -1, 1.5, Number.NaN, Infinity, 1e9])
      expect(countable(amount, "month")).toBe(false);
    expect(countable(0.0001, "working-day")).toBe(false);
  });
});
