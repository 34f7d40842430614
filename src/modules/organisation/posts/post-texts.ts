import type { Lang } from "../../../kernel/time.ts";
import type { FieldErrors } from "../../../platform/http/form.ts";
import type { FormError } from "../../../ui/index.ts";
import { en } from "./messages.en.ts";
import { type PostMessages, vi } from "./messages.vi.ts";

export const postTexts = (lang: Lang): PostMessages => (lang === "vi" ? vi : en);

/** The address of the staff of a unit, by its code. */
export const staffHref = (code: string): string => `/officer/organisation/${code}/staff`;

const FIELD_OF: Readonly<Record<string, string>> = {
  "begins-in-past": "fromDay",
  "already-ends": "fromDay",
  "successor-is-self": "successorId",
  "successor-without-post": "successorId",
  "last-holder": "successorId",
  "officer-unknown": "staffCode",
  "officer-left": "staffCode",
  "post-not-yours-to-give": "kind",
  "post-held-already": "kind",
};

/** The faults of a form with the names of their fields; refusals stand at the field that mends them. */
export function postFaults(lang: Lang, form: "start" | "end", errors: FieldErrors): FormError[] {
  const texts = postTexts(lang);
  const labels: Readonly<Record<string, unknown>> = texts[form];
  return Object.entries(errors).map(([name, code]) => {
    const field = name === "" ? (FIELD_OF[code] ?? "fromDay") : name === "title" ? "title" : name;
    const label =
      field === "title"
        ? texts.start.position
        : field === "successorId"
          ? texts.end.successor
          : labels[field];
    return {
      field,
      text: `${String(label ?? field)}: ${texts.faults[code] ?? texts.faults.invalid ?? code}`,
    };
  });
}
