import { lunarToSolar } from "./lunar.ts";
import { addDays, type LocalDate, weekdayOf } from "./time.ts";
import type { DayException } from "./working-calendar.ts";

/** First year under the Labour Code of 2019; before it National Day was one day, not two. */
const TWO_DAYS_SINCE = 2021;

/**
 * The holidays of a year for which no official schedule is known: the eleven days of BLLĐ 2019 Điều 112, before
 * 2021 the ten of BLLĐ 2012 Điều 115. For Tết we take
 * the last day of the old year and four days from mùng 1 on, as the schedules of 2025 and 2026 nearly do; for the
 * National Day the 1st and 2nd of September. A holiday on a weekly rest day moves to the next working day.
 */
export function holidaysOfLaw(year: number, restWeekdays: readonly number[] = [6, 7]): DayException[] {
  const [law, compensation] =
    year < TWO_DAYS_SINCE
      ? ["BLLĐ 2012, Điều 115", "BLLĐ 2012, Điều 115 khoản 3"]
      : ["BLLĐ 2019, Điều 112", "BLLĐ 2019, Điều 111 khoản 3"];
  const newYear = lunar(year, 1, 1);
  const named: [LocalDate, string][] = [
    [`${year}-01-01`, "Tết Dương lịch"],
    ...[-1, 0, 1, 2, 3].map((offset): [LocalDate, string] => [addDays(newYear, offset), "Tết Âm lịch"]),
    [lunar(year, 3, 10), "Giỗ Tổ Hùng Vương"],
    [`${year}-04-30`, "Ngày Chiến thắng"],
    [`${year}-05-01`, "Ngày Quốc tế Lao động"],
    ...(year < TWO_DAYS_SINCE ? [] : [[`${year}-09-01`, "Quốc khánh (liền kề)"] as [LocalDate, string]]),
    [`${year}-09-02`, "Quốc khánh"],
  ];
  const days = new Map<LocalDate, DayException>();
  const owed: [LocalDate, string][] = [];
  for (const [date, name] of named.sort(([a], [b]) => (a < b ? -1 : 1))) {
    // Where two holidays meet on one day, or one falls on a weekly rest day, another day is owed.
    if (days.has(date) || restWeekdays.includes(weekdayOf(date))) owed.push([date, name]);
    days.set(date, { date, working: false, name, source: `${law} (computed)` });
  }
  for (const [date, name] of owed) {
    let free = addDays(date, 1);
    while (days.has(free) || restWeekdays.includes(weekdayOf(free))) free = addDays(free, 1);
    days.set(free, {
      date: free,
      working: false,
      name: `Nghỉ bù ${name}`,
      source: `${compensation} (computed)`,
    });
  }
  return [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}

function lunar(year: number, month: number, day: number): LocalDate {
  const date = lunarToSolar({ year, month, day, leap: false });
  if (date === undefined) throw new RangeError(`no day ${day}/${month} in the lunar year ${year}`);
  return date;
}
