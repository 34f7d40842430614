import { z } from "zod";
import { isLocalDate } from "../../kernel/time.ts";

/** A year beyond these is a slip of the finger, and some of them no calendar or database can count with. */
const FIRST = "1900-01-01";
const LAST = "2999-12-31";

/** A date as people write it, dd/mm/yyyy, or as machines do, yyyy-mm-dd; gives "YYYY-MM-DD". */
export const localDate = z.string({ error: "required" }).transform((text, check) => {
  const written = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim());
  const date = written
    ? `${written[3]}-${String(written[2]).padStart(2, "0")}-${String(written[1]).padStart(2, "0")}`
    : text.trim();
  if (date === "" || !isLocalDate(date) || date < FIRST || date > LAST) {
    check.addIssue({ code: "custom", message: date === "" ? "required" : "not-a-date" });
    return z.NEVER;
  }
  return date;
});
