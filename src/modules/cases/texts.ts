import type { Lang } from "../../kernel/time.ts";
import type { FieldErrors } from "../../platform/http/form.ts";
import type { FormError } from "../../ui/index.ts";
import { messagesEn } from "./messages.en.ts";
import { type CasesMessages, messagesVi } from "./messages.vi.ts";

/** The shared words of the room in a language. */
export function textsOf(lang: Lang): CasesMessages {
  return lang === "vi" ? messagesVi : messagesEn;
}

/** The sentence of a field's fault; an unknown code says that the form of the entry is wrong. */
export function faultText(lang: Lang, code: string): string {
  const faults: Readonly<Record<string, string>> = textsOf(lang).faults;
  return faults[code] ?? textsOf(lang).faults.invalid;
}

/** The faults of a parsed form with their sentences; `prefix` stands before the id of each field. */
export function formErrors(lang: Lang, errors: FieldErrors, prefix = ""): readonly FormError[] {
  const found = new Map<string, FormError>();
  for (const [path, code] of Object.entries(errors)) {
    // An entry of a list is a fault of its field.
    const field = `${prefix}${path.split(".")[0] ?? path}`;
    if (!found.has(field)) found.set(field, { field, text: faultText(lang, code) });
  }
  return [...found.values()];
}
