import type { FormValues } from "../../platform/http/form.ts";
import { errorOf, type FormError } from "../../ui/index.ts";

/** What every field of a form that may have come back shares: its name, what was typed, what is wrong with it. */
export function typedFields(values: FormValues, errors: readonly FormError[]) {
  return (name: string) => ({
    name,
    value: [values[name] ?? ""].flat()[0] ?? "",
    error: errorOf(errors, name),
  });
}
