import { dateParts, type Instant, localDateOf, minuteOfDay } from "../../../kernel/time.ts";

const two = (n: number): string => `${n}`.padStart(2, "0");

/** "ngày 05 tháng 02 năm 2026": days below 10 and months 1, 2 get a zero (NĐ 30/2020/NĐ-CP, Phụ lục I). */
export function officialDate(instant: Instant): string {
  const { year, month, day } = dateParts(localDateOf(instant));
  return `ngày ${two(day)} tháng ${month < 3 ? two(month) : month} năm\u00a0${year}`;
}

/** "08 giờ 30 phút, ngày 05 tháng 10 năm 2026", Vietnam time. */
export function officialTime(instant: Instant): string {
  const minute = minuteOfDay(instant);
  return `${two(Math.floor(minute / 60))} giờ ${two(minute % 60)} phút, ${officialDate(instant)}`;
}

/** The same with dots, as the printed form leaves it to the pen. */
export const DOTTED_TIME = "..... giờ ..... phút, ngày ..... tháng ..... năm\u00a0........";
export const DOTTED_DATE = "ngày ..... tháng ..... năm\u00a0........";
