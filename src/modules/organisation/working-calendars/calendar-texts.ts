import { formatDate, type Lang, type LocalDate } from "../../../kernel/time.ts";
import type { FieldErrors } from "../../../platform/http/form.ts";
import type { FormError } from "../../../ui/index.ts";
import { en } from "./messages.en.ts";
import { type CalendarMessages, vi } from "./messages.vi.ts";

export const calendarTexts = (lang: Lang): CalendarMessages => (lang === "vi" ? vi : en);

function faultOf(lang: Lang, code: string): string {
  const { faults } = calendarTexts(lang);
  return faults[code] ?? faults.invalid ?? code;
}

/** The faults of the form, each with the name of its field. */
export function faultsOf(lang: Lang, errors: FieldErrors): FormError[] {
  const labels: Readonly<Record<string, string>> = calendarTexts(lang).form;
  return Object.entries(errors).map(([field, code]) => ({
    field,
    text: `${labels[field] ?? field}: ${faultOf(lang, code)}`,
  }));
}

/** "24/12/2026, 31/12/2026". */
export function daysText(dates: readonly LocalDate[]): string {
  return dates.map(formatDate).join(", ");
}

/** "1.234" in Vietnamese, "1,234" in English. */
export function countText(count: number, lang: Lang): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, lang === "vi" ? "." : ",");
}
