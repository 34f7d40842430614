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
  const values = valuesIn(typed).map((part) => readValue(fact, part));
  const known = values.filter((value) => value !== undefined);
  if (known.length === 0 || known.length < values.length || known.length > 50) return undefined;
  return { fact, is: "one-of", values: known };
}

/** Values with commas between; one that has a comma or quotes itself stands in quotes, its own ones twice. */
function valuesIn(typed: string): readonly string[] {
  const parts = typed.match(/\s*"(?:[^"]|"")*"\s*|[^,]+/g) ?? [];
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => (/^".*"$/s.test(part) ? part.slice(1, -1).replaceAll('""', '"') : part));
}

function inQuotes(text: string): string {
  return /[",]|^\s|\s$|^$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
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

/**
 * "1.000.000" and "1000000" are the same amount, "1,5" and "1.5" too. Undefined for what is no number, and for "1,000",
 * which is one to some and a thousand to others.
 */
export function numberOf(text: string): number | undefined {
  const plain = text.replace(/\s/g, "");
  if (/,\d{3}$/.test(plain)) return undefined;
  if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(plain)) return Number(plain.replaceAll(".", "").replace(",", "."));
  return /^-?\d{1,15}([.,]\d+)?$/.test(plain) ? Number(plain.replace(",", ".")) : undefined;
}

/** As numberOf reads it back: a fraction of three digits gets a fourth. */
function numberText(value: number): string {
  return String(value)
    .replace(".", ",")
    .replace(/,\d{3}$/, "$&0");
}

/** As conditionOf reads it back. */
export function valueText(condition: Condition): string {
  if (condition.is !== "one-of") return numberText(condition.value);
  return condition.values
    .map((value) => {
      if (typeof value === "boolean") return value ? "có" : "không";
      return inQuotes(typeof value === "number" ? numberText(value) : value);
    })
    .join(", ");
}
