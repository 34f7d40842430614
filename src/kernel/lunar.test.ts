import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lunarToSolar, solarToLunar } from "./lunar.ts";
import { addDays } from "./time.ts";

/** Year, mùng 1 Tết and Giỗ Tổ (10/3), as the calendars print them. */
const KNOWN: readonly (readonly [number, string, string])[] = [
  [2015, "2015-02-19", "2015-04-28"],
  [2016, "2016-02-08", "2016-04-16"],
  [2017, "2017-01-28", "2017-04-06"],
  [2018, "2018-02-16", "2018-04-25"],
  [2019, "2019-02-05", "2019-04-14"],
  [2020, "2020-01-25", "2020-04-02"],
  [2021, "2021-02-12", "2021-04-21"],
  [2022, "2022-02-01", "2022-04-10"],
  [2023, "2023-01-22", "2023-04-29"],
  [2024, "2024-02-10", "2024-04-18"],
  [2025, "2025-01-29", "2025-04-07"],
  [2026, "2026-02-17", "2026-04-26"],
  [2027, "2027-02-06", "2027-04-16"],
  [2028, "2028-01-26", "2028-04-04"],
  [2029, "2029-02-13", "2029-04-23"],
  [2030, "2030-02-02", "2030-04-12"],
  [2031, "2031-01-23", "2031-04-01"],
  [2032, "2032-02-11", "2032-04-19"],
  [2033, "2033-01-31", "2033-04-09"],
  [2034, "2034-02-19", "2034-04-28"],
  [2035, "2035-02-08", "2035-04-17"],
  [2036, "2036-01-28", "2036-04-06"],
  [2037, "2037-02-15", "2037-04-24"],
  [2038, "2038-02-04", "2038-04-13"],
  [2039, "2039-01-24", "2039-04-03"],
  [2040, "2040-02-12", "2040-04-20"],
];

describe("the Vietnamese lunar calendar", () => {
  it.each(KNOWN)("knows Tết and Giỗ Tổ of %i", (year, newYear, ancestors) => {
    expect(lunarToSolar({ year, month: 1, day: 1, leap: false })).toBe(newYear);
    expect(lunarToSolar({ year, month: 3, day: 10, leap: false })).toBe(ancestors);
  });

  it("tells leap months: 2023 had a second second month, 2025 a second sixth", () => {
    expect(lunarToSolar({ year: 2023, month: 2, day: 1, leap: true })).toBe("2023-03-22");
    expect(lunarToSolar({ year: 2025, month: 6, day: 1, leap: true })).toBe("2025-07-25");
    expect(lunarToSolar({ year: 2026, month: 6, day: 1, leap: true })).toBeUndefined();
  });

  it("begins a month on time where the moon comes just before midnight, as in May 2054 and April 2062", () => {
    expect(solarToLunar("2054-05-07")).toEqual({ year: 2054, month: 3, day: 30, leap: false });
    expect(solarToLunar("2062-04-09")).toEqual({ year: 2062, month: 2, day: 30, leap: false });
    expect(lunarToSolar({ year: 2054, month: 4, day: 1, leap: false })).toBe("2054-05-08");
  });

  it("goes there and back for every day", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 36_500 }), (offset) => {
        const date = addDays("1968-01-01", offset);
        expect(lunarToSolar(solarToLunar(date))).toBe(date);
      }),
    );
  });
});
