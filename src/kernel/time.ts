/**
 * Time of the province: UTC+7 without daylight saving, integer arithmetic alone.
 * Nothing here reads the clock or the time zone of the process, so a deadline is the same on every machine.
 */

/** A moment: milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;
/** A day in Vietnam, "2026-11-23". Compares rightly as text. */
export type LocalDate = string;
/** The two languages of the pages. */
export type Lang = "vi" | "en";

export const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;
const OFFSET_MS = 7 * 3_600_000;
const ISO =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(?:(Z)|([+-])(\d{2}):?(\d{2}))?$/;

const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`);
const yearText = (n: number): string => `${n}`.padStart(4, "0");

/** Days since 1970-01-01 of a Gregorian date; months beyond 1..12 are not expected. */
export function dayNumberOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** Days since 1970-01-01 of a local date. Throws RangeError on a text that is no date. */
export function dayNumber(date: LocalDate): number {
  const { year, month, day } = dateParts(date);
  return dayNumberOf(year, month, day);
}

/** The local date of a day number; the inverse of dayNumber. */
export function dateOfDayNumber(n: number): LocalDate {
  const z = n + 719_468;
  const era = Math.floor(z / 146_097);
  const doe = z - era * 146_097;
  const yoe = Math.floor(
    (doe - Math.floor(doe / 1460) + Math.floor(doe / 36_524) - Math.floor(doe / 146_096)) / 365,
  );
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  const year = yoe + era * 400 + (month <= 2 ? 1 : 0);
  return `${yearText(year)}-${two(month)}-${two(doy - Math.floor((153 * mp + 2) / 5) + 1)}`;
}

/** Year, month 1..12 and day of a local date. Throws RangeError on a text that is no date. */
export function dateParts(date: LocalDate): { year: number; month: number; day: number } {
  if (!isLocalDate(date)) throw new RangeError(`not a date: ${date}`);
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** Whether a text is an existing day written "YYYY-MM-DD". */
export function isLocalDate(text: string): text is LocalDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8, 10));
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(Number(text.slice(0, 4)), month);
}

/** Days of a Gregorian month (1..12). */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The day number, in Vietnam, of an instant. */
export const dayNumberAt = (i: Instant): number => Math.floor((i + OFFSET_MS) / DAY_MS);
/** The instant at which a day (by number) begins in Vietnam. */
export const startOfDayNumber = (n: number): Instant => n * DAY_MS - OFFSET_MS;
/** The day, in Vietnam, of an instant. */
export const localDateOf = (i: Instant): LocalDate => dateOfDayNumber(dayNumberAt(i));
/** Whole minutes since local midnight, 0..1439; seconds are cut off. */
export const minuteOfDay = (i: Instant): number =>
  Math.floor((i - startOfDayNumber(dayNumberAt(i))) / MINUTE_MS);
/** The instant of a local date at a minute of the day; 1440 is midnight at its end. */
export const instantOf = (date: LocalDate, minute: number): Instant =>
  startOfDayNumber(dayNumber(date)) + minute * MINUTE_MS;

/** The date n days later (earlier when negative). */
export const addDays = (date: LocalDate, n: number): LocalDate => dateOfDayNumber(dayNumber(date) + n);

/** The date n months later; a month without that day gives its last day (Bộ luật Dân sự 2015, Điều 148 khoản 3). */
export function addMonths(date: LocalDate, n: number): LocalDate {
  const { year, month, day } = dateParts(date);
  const index = year * 12 + (month - 1) + n;
  const newYear = Math.floor(index / 12);
  const newMonth = index - newYear * 12 + 1;
  return `${yearText(newYear)}-${two(newMonth)}-${two(Math.min(day, daysInMonth(newYear, newMonth)))}`;
}

/** Weekday of a day number, 1 Monday .. 7 Sunday. */
export const weekdayOfDayNumber = (n: number): number => ((((n + 3) % 7) + 7) % 7) + 1;
/** Weekday of a date, 1 Monday .. 7 Sunday. */
export const weekdayOf = (date: LocalDate): number => weekdayOfDayNumber(dayNumber(date));
/** Negative, 0 or positive, for sorting. */
export const compareDates = (a: LocalDate, b: LocalDate): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The instant of an ISO 8601 text with minutes at least; a text without a zone is Vietnam time.
 * Throws RangeError on anything else: check outside input before (schema at the edge).
 */
export function parseIso(text: string): Instant {
  const m = ISO.exec(text);
  const date = m?.[1] ?? "";
  const [hour, minute, second] = [Number(m?.[2]), Number(m?.[3]), Number(m?.[4] ?? 0)];
  if (!m || !isLocalDate(date) || hour > 23 || minute > 59 || second > 59)
    throw new RangeError(`not an ISO time: ${text}`);
  const zoneMinutes = Number(m[8] ?? 0) * 60 + Number(m[9] ?? 0);
  const offset = m[6] === "Z" ? 0 : m[7] ? (m[7] === "-" ? -1 : 1) * zoneMinutes * MINUTE_MS : OFFSET_MS;
  const fraction = Number((m[5] ?? "0").padEnd(3, "0").slice(0, 3));
  return dayNumber(date) * DAY_MS + (hour * 60 + minute) * MINUTE_MS + second * 1000 + fraction - offset;
}

/** "2026-11-23T02:00:00.000Z", the same text as Date.prototype.toISOString. */
export function toIso(i: Instant): string {
  const day = Math.floor(i / DAY_MS);
  const ms = i - day * DAY_MS;
  const seconds = `${two(Math.floor(ms / 1000) % 60)}.${`${ms % 1000}`.padStart(3, "0")}`;
  return `${dateOfDayNumber(day)}T${formatMinute(Math.floor(ms / MINUTE_MS))}:${seconds}Z`;
}

/** "2026-11-23T09:00+07:00"; seconds are cut off. */
export const toLocalIso = (i: Instant): string => `${localDateOf(i)}T${formatClock(i)}+07:00`;

/** A date or instant as Vietnamese forms write it: "23/11/2026". */
export function formatDate(when: LocalDate | Instant): string {
  const date = typeof when === "number" ? localDateOf(when) : when;
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}

/** "09:00" of an instant, Vietnam time. */
export const formatClock = (i: Instant): string => formatMinute(minuteOfDay(i));
/** "07:30" of a minute of the day. */
export const formatMinute = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

/** "09:00 ngày 23/11/2026", in English "23/11/2026, 09:00". */
export function formatDateTime(i: Instant, lang: Lang = "vi"): string {
  return lang === "vi" ? `${formatClock(i)} ngày ${formatDate(i)}` : `${formatDate(i)}, ${formatClock(i)}`;
}
