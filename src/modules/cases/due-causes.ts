import { formatDate, type Lang, type LocalDate } from "../../kernel/time.ts";
import { sessionsText, weekText } from "../organisation/index.ts";
import type { DueCause } from "./domain/case-action.ts";

const WORDS = {
  vi: {
    rest: "nghỉ",
    working: "làm việc",
    ordinary: "trở lại bình thường",
    half: (hours: string) => `làm việc nửa ngày (${hours})`,
    hours: (from: string, hours: string) => `giờ làm việc từ ${from}: ${hours}`,
    intake: (from: string, hours: string) => `giờ tiếp nhận hồ sơ từ ${from}: ${hours}`,
    asWork: "như giờ làm việc",
  },
  en: {
    rest: "closed on",
    working: "open on",
    ordinary: "ordinary again",
    half: (hours: string) => `half day (${hours})`,
    hours: (from: string, hours: string) => `working hours from ${from}: ${hours}`,
    intake: (from: string, hours: string) => `hours of intake from ${from}: ${hours}`,
    asWork: "as working hours",
  },
} as const;

/** What was declared in a few words: "Ngày hội: nghỉ 24/12/2026; Nghỉ bão: nghỉ 25/12/2026". */
export function dueCauses(causes: readonly DueCause[], lang: Lang): string {
  return causes
    .map((cause) => [cause.name, days(cause, lang)].filter((part) => part !== "").join(": "))
    .join("; ");
}

function days(cause: DueCause, lang: Lang): string {
  const kinds = ["rest", "working", "ordinary"] as const;
  const words = WORDS[lang];
  const { halfDays = [], hours = [], intake = [] } = cause;
  return [
    ...kinds.filter((kind) => cause[kind].length > 0).map((kind) => `${words[kind]} ${list(cause[kind])}`),
    ...halfDays.map(({ date, sessions }) => `${words.half(sessionsText(sessions))} ${formatDate(date)}`),
    ...hours.map(({ from, sessions }) => words.hours(formatDate(from), sessionsText(sessions))),
    ...intake.map(({ from, week }) =>
      words.intake(formatDate(from), week === undefined ? words.asWork : weekText(week, lang)),
    ),
  ].join(", ");
}

function list(dates: readonly LocalDate[]): string {
  return dates.map(formatDate).join(", ");
}
