import { z } from "zod";
import { isLocalDate } from "../../kernel/time.ts";

/** A date as people write it, dd/mm/yyyy, or as machines do, yyyy-mm-dd; gives "YYYY-MM-DD". */
export const localDate = z.string({ error: "required" }).transform((text, check) => {
  const written = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim());
  const date = written
    ? `${written[3]}-${String(written[2]).padStart(2, "0")}-${String(written[1]).padStart(2, "0")}`
    : text.trim();
  if (date === "" || !isLocalDate(date)) {
    check.addIssue({ code: "custom", message: date === "" ? "required" : "not-a-date" });
    return z.NEVER;
  }
  return date;
});
