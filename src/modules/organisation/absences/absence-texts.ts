import type { Lang } from "../../../kernel/time.ts";
import type { FieldErrors } from "../../../platform/http/form.ts";
import type { FormError } from "../../../ui/index.ts";
import { en } from "./messages.en.ts";
import { type AbsenceMessages, vi } from "./messages.vi.ts";

export const absenceTexts = (lang: Lang): AbsenceMessages => (lang === "vi" ? vi : en);

/** The sentence of a fault or refusal. */
export function faultText(lang: Lang, code: string): string {
  const { faults } = absenceTexts(lang);
  return faults[code] ?? faults.invalid ?? code;
}

/** At which field a refusal is shown. */
const FIELD_OF: Readonly<Record<string, string>> = {
  "begins-in-past": "fromDay",
  "absence-overlaps": "fromDay",
  "is-deputy": "fromDay",
  "ends-before-begin": "toDay",
  "absence-too-long": "toDay",
  "officer-without-post": "reason",
  "not-your-officer": "reason",
};

/** The faults of the form with the names of their fields; a refusal about deputies stands at the first of them. */
export function absenceFaults(lang: Lang, errors: FieldErrors, firstDeputy: string): FormError[] {
  const labels: Readonly<Record<string, unknown>> = absenceTexts(lang).form;
  return Object.entries(errors).map(([name, code]) => {
    const field = name !== "" ? name : (FIELD_OF[code] ?? firstDeputy);
    const label = labels[field] ?? absenceTexts(lang).form.deputyShort;
    return { field, text: `${String(label)}: ${faultText(lang, code)}` };
  });
}
