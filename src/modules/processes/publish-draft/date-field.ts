import { z } from "zod";
import { isLocalDate } from "../../../kernel/time.ts";

/** As far as the working calendars look ahead. */
const LAST = "2050-12-31";

/** A date as people write it, dd/mm/yyyy, or as machines do; gives "YYYY-MM-DD". */
export const dateField = z.string("required").transform((text, check) => {
  const written = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim());
  const [, day = "", month = "", year = ""] = written ?? [];
  const date = written ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : text.trim();
  if (isLocalDate(date) && date <= LAST) return date;
  check.addIssue({ code: "custom", message: date === "" ? "required" : "not-a-date" });
  return z.NEVER;
});
