import { z } from "zod";
import { isLocalDate } from "../../kernel/time.ts";

/** A day as people write it, dd/mm/yyyy, or as machines do; gives "YYYY-MM-DD". Faults: required, not-a-date. */
export const dayField = z.string({ error: "required" }).transform((text, check) => {
  const written = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim());
  const date = written
    ? `${written[3]}-${String(written[2]).padStart(2, "0")}-${String(written[1]).padStart(2, "0")}`
    : text.trim();
  if (isLocalDate(date) && date >= "2000-01-01" && date <= "2100-12-31") return date;
  check.addIssue({ code: "custom", message: date === "" ? "required" : "not-a-date" });
  return z.NEVER;
});

/** A text that must be given, of at most so many signs. */
export const neededText = (most: number) =>
  z.string({ error: "required" }).trim().min(1, "required").max(most, "too-long");

/** A text that may be left empty. */
export const freeText = (most: number) =>
  z
    .string()
    .trim()
    .max(most, "too-long")
    .transform((text) => (text === "" ? undefined : text))
    .optional();

/** An id that must be chosen. */
export const neededId = z.coerce
  .number<string | number>({ error: "required" })
  .int("invalid")
  .positive("required");
