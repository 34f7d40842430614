import { ok, type Result, refuse } from "./result.ts";
import { unmark } from "./vietnamese-text.ts";

/**
 * A legal time limit. Amounts may be fractions of quarters (6,25 working days, 0,5 hour).
 * "in-day" is the limit of procedures answered on the day of receipt (Luật Hộ tịch; received after the cut-off: next working day).
 */
export type TimeLimit = {
  readonly amount: number;
  readonly unit: "hour" | "working-day" | "calendar-day" | "month" | "in-day";
};

/** A working day of the law is eight working hours. */
export const MINUTES_OF_A_WORKING_DAY = 480;

const BEFORE =
  /^(thoi (han|gian)( giai quyet| la)?:? )?((la )?(khong qua|toi da|cham nhat( la)?|trong( thoi han| vong| thoi gian)?) )*/;
const AMOUNT = /^(\d+(?:[.,]\d+)?|\d+\/\d+|½|nua|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi)( ?\([^)]*\))? ?/;
const UNIT = /^(ngay lam viec|ngay|(?:gio|tieng)(?: lam viec| hanh chinh)?|phut|tuan|thang|nam)(?![a-z0-9])/;
/** What may follow without changing the limit: "kể từ ngày nhận đủ hồ sơ hợp lệ." and the like, without figures. */
const AFTER = /^( ?[,;]? ?(\(?(ke |tinh )?(tu|tinh tu|sau)( khi| ngay| thoi diem)? [^\d]*\)?))?[.;]?$/;
const IN_DAY =
  /^(giai quyet |tra (ket qua )?)?(ngay )?trong ngay( lam viec)?( (tiep nhan|nhan|nop)[^\d]*)?[.;]?$/;
const WORDS = ["", "mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin", "muoi"];

/**
 * Reads a limit as decisions and the catalogue write it: "6,25 ngày làm việc", "03 (ba) ngày làm việc", "20 ngày", "4 giờ",
 * "trong ngày", "1 tháng". Weeks become 7 days, years 12 months, minutes parts of an hour.
 * Refuses what a person must decide: "several-time-limits" ("15 ngày + 08 ngày làm việc"), else "unclear-time-limit".
 */
export function parseTimeLimit(
  text: string,
): Result<TimeLimit, "unclear-time-limit" | "several-time-limits"> {
  const plain = unmark(text);
  if (IN_DAY.test(plain)) return ok({ amount: 1, unit: "in-day" });
  const start = plain.replace(BEFORE, "");
  const amountText = AMOUNT.exec(start);
  const unitText = UNIT.exec(start.slice(amountText?.[0].length ?? 0));
  const limit =
    amountText && unitText ? limitOf(amountOf(amountText[1] ?? ""), unitText[1] ?? "") : undefined;
  if (!amountText || !unitText || !limit) return refuse("unclear-time-limit");
  const rest = start.slice(amountText[0].length + unitText[0].length);
  if (AFTER.test(rest)) return ok(limit);
  return refuse(/\d.*(ngay|gio|thang|tuan)/.test(rest) ? "several-time-limits" : "unclear-time-limit");
}

function amountOf(text: string): number {
  if (text === "½" || text === "nua") return 0.5;
  const word = WORDS.indexOf(text);
  if (word > 0) return word;
  const [numerator, denominator] = text.split("/");
  return Number((numerator ?? "").replace(",", ".")) / Number(denominator ?? 1);
}

/** The limit of an amount and unit word, if it is positive and exact: whole minutes of working time, whole days, whole months. */
function limitOf(amount: number, unit: string): TimeLimit | undefined {
  if (!(amount > 0) || !Number.isFinite(amount)) return undefined;
  const whole = Number.isInteger(amount);
  if (unit === "ngay lam viec")
    return Number.isInteger(amount * MINUTES_OF_A_WORKING_DAY) ? { amount, unit: "working-day" } : undefined;
  if (unit.startsWith("gio") || unit.startsWith("tieng"))
    return Number.isInteger(amount * 60) ? { amount, unit: "hour" } : undefined;
  if (!whole) return undefined;
  if (unit === "phut") return { amount: amount / 60, unit: "hour" };
  if (unit === "ngay") return { amount, unit: "calendar-day" };
  if (unit === "tuan") return { amount: amount * 7, unit: "calendar-day" };
  return { amount: unit === "nam" ? amount * 12 : amount, unit: "month" };
}

const NAMES = {
  vi: {
    hour: ["giờ làm việc", "giờ làm việc"],
    "working-day": ["ngày làm việc", "ngày làm việc"],
    "calendar-day": ["ngày", "ngày"],
    month: ["tháng", "tháng"],
  },
  en: {
    hour: ["working hour", "working hours"],
    "working-day": ["working day", "working days"],
    "calendar-day": ["calendar day", "calendar days"],
    month: ["month", "months"],
  },
} as const;

/** "6,25 ngày làm việc", "trong ngày"; in English "6.25 working days", "same day". */
export function formatTimeLimit(limit: TimeLimit, lang: "vi" | "en"): string {
  if (limit.unit === "in-day") return lang === "vi" ? "trong ngày" : "same day";
  if (limit.unit === "hour" && !Number.isInteger(limit.amount * 100)) {
    return `${Math.round(limit.amount * 60)} ${lang === "vi" ? "phút" : "working minutes"}`;
  }
  const [one, many] = NAMES[lang][limit.unit];
  const amount = lang === "vi" ? `${limit.amount}`.replace(".", ",") : `${limit.amount}`;
  return `${amount} ${limit.amount === 1 ? one : many}`;
}

/** Working minutes of a limit where they are exact: hours and working days; undefined for calendar days, months and in-day. */
export function limitInWorkingMinutes(limit: TimeLimit): number | undefined {
  if (limit.unit === "hour") return Math.round(limit.amount * 60);
  if (limit.unit === "working-day") return Math.round(limit.amount * MINUTES_OF_A_WORKING_DAY);
  return undefined;
}

/** No month has more weekdays; one more only where a day of rest was worked for another. */
const MOST_WORKING_DAYS_OF_A_MONTH = 23;

/**
 * Working minutes that a limit can hold at most: what is planned beyond them surely breaks it. A calendar day and an answer
 * in the day hold a working day, a month 23; hours and working days are exact.
 */
export function mostWorkingMinutes(limit: TimeLimit): number {
  const exact = limitInWorkingMinutes(limit);
  if (exact !== undefined) return exact;
  const days = limit.unit === "month" ? limit.amount * MOST_WORKING_DAYS_OF_A_MONTH : limit.amount;
  return Math.round(days * MINUTES_OF_A_WORKING_DAY);
}

const PARTS = {
  hour: 60,
  "working-day": MINUTES_OF_A_WORKING_DAY,
  "calendar-day": 1,
  month: 1,
  "in-day": 1,
} as const;
/** No law gives more; working calendars do not reach further. */
const LONGEST_DAYS = 3660;

/** Whether a date can be counted by a limit: whole minutes of working time, whole days or months, at most ten years. */
export function isCountable(limit: TimeLimit): boolean {
  const parts = limit.amount * PARTS[limit.unit];
  const isExact = limit.amount > 0 && Math.abs(parts - Math.round(parts)) < 1e-6;
  return isExact && mostWorkingMinutes(limit) <= LONGEST_DAYS * MINUTES_OF_A_WORKING_DAY;
}

/** Whether days of rest count in a limit, which then only its end avoids. */
export function countsRestDays({ unit }: TimeLimit): boolean {
  return unit === "calendar-day" || unit === "month";
}
