import type { Lang } from "../../kernel/time.ts";
import type { FieldErrors } from "../../platform/http/form.ts";
import type { FormError } from "../../ui/index.ts";
import type { CaseRefusal } from "./domain/refusal.ts";
import { messagesEn } from "./messages.en.ts";
import { type CasesMessages, messagesVi } from "./messages.vi.ts";

/** The shared words of the room in a language. */
export function textsOf(lang: Lang): CasesMessages {
  return lang === "vi" ? messagesVi : messagesEn;
}

/** The sentence of a refusal; one that names something, such as a day, has it from the detail. */
export function refusalText(lang: Lang, refusal: CaseRefusal, detail?: string): string {
  return textsOf(lang).refusals[refusal].replace("{detail}", detail ?? "…");
}

/** The sentence of a field's fault; an unknown code says that the form of the entry is wrong. */
export function faultText(lang: Lang, code: string): string {
  const faults: Readonly<Record<string, string>> = textsOf(lang).faults;
  return faults[code] ?? textsOf(lang).faults.invalid;
}

/**
 * The faults of a parsed form with their sentences. `prefix` stands before the id of each field; a label, where known,
 * names the field in a summary of several.
 */
export function formErrors(
  lang: Lang,
  errors: FieldErrors,
  prefix = "",
  labelOf: (field: string) => string | undefined = () => undefined,
): readonly FormError[] {
  const found = new Map<string, FormError>();
  for (const [path, code] of Object.entries(errors)) {
    // An entry of a list is a fault of its field.
    const name = path.split(".")[0] ?? path;
    const label = labelOf(name);
    const text = label === undefined ? faultText(lang, code) : `${label}: ${faultText(lang, code)}`;
    const field = `${prefix}${name}`;
    if (!found.has(field)) found.set(field, { field, text });
  }
  return [...found.values()];
}
