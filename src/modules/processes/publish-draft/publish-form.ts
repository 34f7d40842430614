import type { FormValues } from "../../../platform/http/form.ts";
import type { StepMapping } from "../running-cases.ts";

/** Name of the field that says which step of the new version an old one becomes. */
export const mapField = (step: string): string => `map.${step}`;

/** The rows of the table "step → step" that were chosen. */
export function mappingOf(values: FormValues): StepMapping {
  const rows = Object.entries(values).flatMap(([name, value]): (readonly [string, string])[] => {
    const to = [value].flat()[0] ?? "";
    return name.startsWith("map.") && to !== "" ? [[name.slice("map.".length), to]] : [];
  });
  return Object.fromEntries(rows.slice(0, 200));
}
