import type { Lang } from "../../kernel/time.ts";

/** A working day of the law in minutes. */
const DAY = 480;

const UNITS = {
  vi: { minutes: "phút", hours: "giờ làm việc", days: "ngày làm việc" },
  en: { minutes: "minutes", hours: "working hours", days: "working days" },
} as const;

/** Working minutes in words: "40 phút", "4 giờ làm việc", "2,5 ngày làm việc"; cut, not rounded. */
export function duration(minutes: number, lang: Lang): string {
  const words = UNITS[lang];
  if (minutes < 60) return `${minutes} ${words.minutes}`;
  const [amount, unit] = minutes < DAY ? [minutes / 60, words.hours] : [minutes / DAY, words.days];
  const text = `${Math.floor(amount * 10) / 10}`;
  return `${lang === "vi" ? text.replace(".", ",") : text} ${unit}`;
}
