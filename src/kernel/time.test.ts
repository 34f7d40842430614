import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import {
  addDays,
  addMonths,
  compareDates,
  dateOfDayNumber,
  dayNumber,
  formatClock,
  formatDate,
  formatDateTime,
  instantOf,
  isLocalDate,
  localDateOf,
  minuteOfDay,
  parseIso,
  toIso,
  toLocalIso,
  weekdayOf,
} from "./time.ts";

const days = fc.integer({ min: dayNumber("1900-01-01"), max: dayNumber("2199-12-31") });
const instants = fc.integer({ min: -2_000_000_000_000, max: 7_000_000_000_000 });

describe("time in Vietnam", () => {
  afterEach(() => vi.unstubAllEnvs());

  it("reads, writes and shows a moment", () => {
    const i = parseIso("2026-11-23T09:05+07:00");
    expect(i).toBe(Date.UTC(2026, 10, 23, 2, 5));
    expect(parseIso("2026-11-23T02:05:00.000Z")).toBe(i);
    expect(parseIso("2026-11-23T09:05")).toBe(i);
    expect(parseIso("2026-11-22T21:05:00.25-05:00")).toBe(i + 250);
    expect(toIso(i)).toBe("2026-11-23T02:05:00.000Z");
    expect(toLocalIso(i)).toBe("2026-11-23T09:05+07:00");
    expect([localDateOf(i), minuteOfDay(i), formatClock(i)]).toEqual(["2026-11-23", 545, "09:05"]);
    expect([formatDate(i), formatDate("2026-11-23")]).toEqual(["23/11/2026", "23/11/2026"]);
    expect(formatDateTime(i, "vi")).toBe("09:05 ngày 23/11/2026");
    expect(formatDateTime(i, "en")).toBe("23/11/2026, 09:05");
  });

  it("belongs to the next day from seven hours before midnight UTC on", () => {
    expect(localDateOf(Date.UTC(2026, 0, 31, 16, 59, 59, 999))).toBe("2026-01-31");
    expect(localDateOf(Date.UTC(2026, 0, 31, 17))).toBe("2026-02-01");
  });

  it.each(["2026-02-29", "2026-13-01", "2026-1-1", "", "23/11/2026", "2100-02-29"])(
    "refuses %s as a date",
    (text) => {
      expect(isLocalDate(text)).toBe(false);
      expect(() => dayNumber(text)).toThrow(RangeError);
    },
  );

  it.each(["2026-11-23", "2026-11-23T24:00Z", "2026-02-30T00:00Z", "now", "2026-11-23T10:60Z"])(
    "refuses %s as a moment",
    (text) => expect(() => parseIso(text)).toThrow(RangeError),
  );

  it("gives the last day of a month that lacks the day (BLDS Điều 148 khoản 3)", () => {
    expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
    expect(addMonths("2024-01-31", 1)).toBe("2024-02-29");
    expect(addMonths("2026-08-31", 1)).toBe("2026-09-30");
    expect(addMonths("2026-11-30", 3)).toBe("2027-02-28");
    expect(addMonths("2026-03-31", -1)).toBe("2026-02-28");
    expect(addMonths("2026-12-15", 1)).toBe("2027-01-15");
  });

  it("agrees with the Gregorian calendar of the language on every day of three centuries", () => {
    for (let n = dayNumber("1900-01-01"); n <= dayNumber("2199-12-31"); n++) {
      const date = new Date(n * 86_400_000);
      const text = date.toISOString().slice(0, 10);
      if (dateOfDayNumber(n) !== text || dayNumber(text) !== n || weekdayOf(text) !== (date.getUTCDay() || 7))
        throw new Error(`wrong on ${text}`);
    }
  });

  it("writes every moment as the language does, and reads it back", () => {
    fc.assert(
      fc.property(instants, (i) => {
        expect(toIso(i)).toBe(new Date(i).toISOString());
        expect(parseIso(toIso(i))).toBe(i);
        expect(instantOf(localDateOf(i), minuteOfDay(i))).toBe(Math.floor(i / 60_000) * 60_000);
      }),
    );
  });

  it("orders dates as text and moves them by days there and back", () => {
    fc.assert(
      fc.property(days, days, (a, b) => {
        const [x, y] = [dateOfDayNumber(a), dateOfDayNumber(b)];
        expect(Math.sign(compareDates(x, y))).toBe(Math.sign(a - b));
        expect(addDays(x, b - a)).toBe(y);
      }),
    );
  });

  it("does not depend on the time zone of the process", () => {
    const moment = Date.UTC(2026, 1, 14, 17, 30);
    const offsets = new Set<number>();
    const seen = ["Asia/Ho_Chi_Minh", "America/Los_Angeles", "Pacific/Kiritimati", "UTC"].map((tz) => {
      vi.stubEnv("TZ", tz);
      offsets.add(new Date(moment).getTimezoneOffset());
      return [
        localDateOf(moment),
        toLocalIso(moment),
        addMonths("2026-01-31", 1),
        parseIso("2026-02-15T00:30"),
      ];
    });
    expect(offsets.size).toBe(4);
    expect(new Set(seen.map((s) => s.join()))).toEqual(
      new Set([`2026-02-15,2026-02-15T00:30+07:00,2026-02-28,${moment}`]),
    );
  });
});
