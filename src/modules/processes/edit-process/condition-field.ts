import { CASE_FACTS, type CaseFact, type Condition } from "../domain/condition.ts";

const TRUTHS: Readonly<Record<string, boolean>> = {
  có: true,
  co: true,
  yes: true,
  true: true,
  không: false,
  khong: false,
  no: false,
  false: false,
};

/** Reads the value of a condition as its fact has it: text, numbers, yes or no. Undefined: it cannot be read. */
export function conditionOf(fact: CaseFact, is: string, typed: string): Condition | undefined {
  if (is === "at-least" || is === "below") {
    const value = numberOf(typed);
    return value === undefined || CASE_FACTS[fact] !== "number" ? undefined : { fact, is, value };
  }
  const parts = typed
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const values = parts.map((part) => readValue(fact, part));
  const known = values.filter((value) => value !== undefined);
  if (known.length === 0 || known.length < values.length || known.length > 50) return undefined;
  return { fact, is: "one-of", values: known };
}

function readValue(fact: CaseFact, part: string): string | number | boolean | undefined {
  switch (CASE_FACTS[fact]) {
    case "text":
      return part.length <= 200 ? part : undefined;
    case "number":
      return numberOf(part);
    case "truth":
      return TRUTHS[part.toLowerCase()];
  }
}

/** "1.000.000" and "1000000" are the same amount. */
function numberOf(text: string): number | undefined {
  const digits = text.trim().replace(/[.\s]/g, "");
  return /^\d{1,15}$/.test(digits) ? Number(digits) : undefined;
}

/** As conditionOf reads it back. */
export function valueText(condition: Condition): string {
  if (condition.is !== "one-of") return String(condition.value);
  return condition.values
    .map((value) => (typeof value === "boolean" ? (value ? "có" : "không") : String(value)))
    .join(", ");
}
