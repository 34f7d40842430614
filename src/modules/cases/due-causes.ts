import { formatDate, type Lang, type LocalDate } from "../../kernel/time.ts";
import type { DueCause } from "./domain/case-action.ts";

const WORDS = {
  vi: { rest: "nghỉ", working: "làm việc", ordinary: "trở lại bình thường" },
  en: { rest: "closed on", working: "open on", ordinary: "ordinary again" },
} as const satisfies Record<Lang, Record<"rest" | "working" | "ordinary", string>>;

/** What was declared in a few words: "Ngày hội: nghỉ 24/12/2026; Nghỉ bão: nghỉ 25/12/2026". */
export function dueCauses(causes: readonly DueCause[], lang: Lang): string {
  return causes.map((cause) => `${cause.name}: ${days(cause, lang)}`).join("; ");
}

function days(cause: DueCause, lang: Lang): string {
  const kinds = ["rest", "working", "ordinary"] as const;
  return kinds
    .filter((kind) => cause[kind].length > 0)
    .map((kind) => `${WORDS[lang][kind]} ${list(cause[kind])}`)
    .join(", ");
}

function list(dates: readonly LocalDate[]): string {
  return dates.map(formatDate).join(", ");
}
