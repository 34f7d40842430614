import type { Refused } from "../../kernel/result.ts";
import type { Lang } from "../../kernel/time.ts";
import type { FieldErrors } from "../../platform/http/form.ts";
import type { FormError } from "../../ui/index.ts";
import { en } from "./messages.en.ts";
import { type AccountsMessages, vi } from "./messages.vi.ts";

/** A refusal or field code that this room has words for; a new one does not compile without its messages. */
export type FaultWord = keyof AccountsMessages["faults"] | "locked";

export function textsOf(lang: Lang): AccountsMessages {
  return lang === "vi" ? vi : en;
}

/** The sentence of a refusal; "locked" carries the time until which to wait. */
export function refusalText(lang: Lang, refused: Refused<FaultWord>): string {
  const texts = textsOf(lang);
  return refused.refusal === "locked" ? texts.locked(refused.detail ?? "") : texts.faults[refused.refusal];
}

/** The faults of a parsed form with their sentences. */
export function formErrors(lang: Lang, errors: FieldErrors): readonly FormError[] {
  const faults: Readonly<Record<string, string>> = textsOf(lang).faults;
  return Object.entries(errors).map(([field, code]) => ({
    // An entry of a list is a fault of its field.
    field: field.split(".")[0] ?? field,
    text: faults[code] ?? textsOf(lang).faults.invalid,
  }));
}

/** One text of a form as it was sent, to be shown again; never used for passwords. */
export function typed(values: Readonly<Record<string, string | string[]>>, name: string): string {
  return [values[name] ?? ""].flat()[0] ?? "";
}
