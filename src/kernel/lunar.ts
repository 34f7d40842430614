/**
 * The Vietnamese lunar calendar by astronomy: months begin on the day (UTC+7) of the new moon, the month with the winter
 * solstice is the eleventh, and a year of thirteen moons repeats the first month without a principal term.
 * Method and series: Hồ Ngọc Đức, "Thuật toán tính âm lịch" (after Meeus). Good from 1968, when Vietnam took UTC+7.
 */
import { dateOfDayNumber, dayNumber, dayNumberOf, type LocalDate } from "./time.ts";

/** A lunar day; `leap` is the second of two months of the same number. */
export type LunarDate = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly leap: boolean;
};

const RAD = Math.PI / 180;
/** Julian day number of 1970-01-01. */
const JULIAN_EPOCH = 2_440_588;
const ZONE = 7 / 24;
const SYNODIC_MONTH = 29.530588853;

/** The lunar date of a day in Vietnam. */
export function solarToLunar(date: LocalDate): LunarDate {
  const n = dayNumber(date);
  let k = newMoonIndex(n) + 1;
  while (newMoonDay(k) > n) k--;
  const monthStart = newMoonDay(k);
  let solarYear = Number(date.slice(0, 4));
  if (monthStart >= eleventhMonth(solarYear)) solarYear++;
  const eleventhBefore = eleventhMonth(solarYear - 1);
  const moonsSince = Math.round((monthStart - eleventhBefore) / SYNODIC_MONTH);
  const leapAt = leapMonthAfter(eleventhBefore, eleventhMonth(solarYear));
  const leap = leapAt === moonsSince;
  const ordinal = leapAt !== undefined && moonsSince >= leapAt ? moonsSince - 1 : moonsSince;
  const month = ((ordinal + 10) % 12) + 1;
  return { year: ordinal < 2 ? solarYear - 1 : solarYear, month, day: n - monthStart + 1, leap };
}

/** The day in Vietnam of a lunar date; undefined when that year has no such leap month or the month no such day. */
export function lunarToSolar(lunar: LunarDate): LocalDate | undefined {
  if (lunar.month < 1 || lunar.month > 12 || lunar.day < 1 || lunar.day > 30) return undefined;
  const solarYear = lunar.month >= 11 ? lunar.year + 1 : lunar.year;
  const eleventhBefore = eleventhMonth(solarYear - 1);
  const leapAt = leapMonthAfter(eleventhBefore, eleventhMonth(solarYear));
  const ordinal = (lunar.month + 1) % 12;
  if (lunar.leap && leapAt !== ordinal + 1) return undefined;
  const moons = lunar.leap || (leapAt !== undefined && ordinal >= leapAt) ? ordinal + 1 : ordinal;
  const k = newMoonIndex(eleventhBefore) + moons;
  const start = newMoonDay(k);
  return lunar.day <= newMoonDay(k + 1) - start ? dateOfDayNumber(start + lunar.day - 1) : undefined;
}

/** Number of the new moon, counted from 1900-01-01, that begins near a day. */
const newMoonIndex = (day: number): number =>
  Math.round((day + JULIAN_EPOCH - 2_415_021.076998695) / SYNODIC_MONTH);

/** First day of the eleventh month: the one that holds the winter solstice of that solar year. */
function eleventhMonth(solarYear: number): number {
  const k = Math.floor((dayNumberOf(solarYear, 12, 31) + JULIAN_EPOCH - 2_415_021) / SYNODIC_MONTH);
  const start = newMoonDay(k);
  return sunSector(start) >= 9 ? newMoonDay(k - 1) : start;
}

/** How many moons after the eleventh month the leap month stands; undefined in a year of twelve. */
function leapMonthAfter(eleventhBefore: number, eleventhNext: number): number | undefined {
  if (Math.round((eleventhNext - eleventhBefore) / SYNODIC_MONTH) < 13) return undefined;
  const k = newMoonIndex(eleventhBefore);
  for (let i = 1; i < 14; i++)
    if (sunSector(newMoonDay(k + i)) === sunSector(newMoonDay(k + i + 1))) return i;
  return undefined;
}

/** Which twelfth of the ecliptic (0 from the spring equinox) the sun is in when a day begins in Vietnam. */
function sunSector(day: number): number {
  const t = (day + JULIAN_EPOCH - 0.5 - ZONE - 2_451_545) / 36_525;
  const anomaly = RAD * (357.5291 + 35_999.0503 * t - 0.0001559 * t * t - 0.00000048 * t ** 3);
  const centre =
    (1.9146 - 0.004817 * t - 0.000014 * t * t) * Math.sin(anomaly) +
    (0.019993 - 0.000101 * t) * Math.sin(2 * anomaly) +
    0.00029 * Math.sin(3 * anomaly);
  const longitude = 280.46645 + 36_000.76983 * t + 0.0003032 * t * t + centre;
  return Math.floor((((longitude % 360) + 360) % 360) / 30);
}

/** The day in Vietnam (days since 1970-01-01) on which the k-th new moon after 1900-01-01 falls. */
function newMoonDay(k: number): number {
  const t = k / 1236.85;
  const sun = RAD * (359.2242 + 29.10535608 * k - 0.0000333 * t * t - 0.00000347 * t ** 3);
  const moon = RAD * (306.0253 + 385.81691806 * k + 0.0107306 * t * t + 0.00001236 * t ** 3);
  const node = RAD * (21.2964 + 390.67050646 * k - 0.0016528 * t * t - 0.00000239 * t ** 3);
  const mean =
    2_415_020.75933 +
    29.53058868 * k +
    0.0001178 * t * t -
    0.000000155 * t ** 3 +
    0.00033 * Math.sin(RAD * (166.56 + 132.87 * t - 0.009173 * t * t));
  const correction =
    (0.1734 - 0.000393 * t) * Math.sin(sun) +
    0.0021 * Math.sin(2 * sun) -
    0.4068 * Math.sin(moon) +
    0.0161 * Math.sin(2 * moon) -
    0.0004 * Math.sin(3 * moon) +
    0.0104 * Math.sin(2 * node) -
    0.0051 * Math.sin(sun + moon) -
    0.0074 * Math.sin(sun - moon) +
    0.0004 * Math.sin(2 * node + sun) -
    0.0004 * Math.sin(2 * node - sun) -
    0.0006 * Math.sin(2 * node + moon) +
    0.001 * Math.sin(2 * node - moon) +
    0.0005 * Math.sin(2 * moon + sun);
  const deltaT =
    t < -11
      ? 0.001 + 0.000839 * t + 0.0002261 * t * t - 0.00000845 * t ** 3 - 0.000000081 * t ** 4
      : -0.000278 + 0.000265 * t + 0.000262 * t * t;
  return Math.floor(mean + correction - deltaT + 0.5 + ZONE) - JULIAN_EPOCH;
}
