import { z } from "zod";
import { addDays, isLocalDate, type LocalDate } from "../../../kernel/time.ts";
import { hoursField, intakeField } from "./hours-field.ts";

/** Who fills the one must fill the other. */
const TOGETHER = [
  ["half", "halfHours"],
  ["halfHours", "half"],
  ["hours", "hoursFrom"],
  ["hoursFrom", "hours"],
  ["intake", "intakeFrom"],
  ["intakeFrom", "intake"],
] as const;

/** The longest Tết the law allows is shorter; more days at once is a slip. */
const MOST_DAYS = 31;
/** As far as calendars know the law's own days. */
const FIRST = "2020-01-01";
const LAST = "2050-12-31";

const required = (most: number) =>
  z.string({ error: "required" }).trim().min(1, "required").max(most, "too-long");
const optional = z
  .string()
  .trim()
  .transform((text) => (text === "" ? undefined : text))
  .optional();

/** Days as people write them: "24/11/2026, 29/12/2026 - 31/12/2026". */
const days = z
  .string()
  .default("")
  .transform((text, check): readonly LocalDate[] => {
    const found = new Set<LocalDate>();
    for (const part of text.split(/[,;\n]+/).filter((piece) => piece.trim() !== "")) {
      const ends = part.split(/\s*(?:-|–|đến|to)\s*/i).map(dateOf);
      const [from, to = from] = ends;
      if (
        ends.length > 2 ||
        from === undefined ||
        to === undefined ||
        to < from ||
        from < FIRST ||
        to > LAST
      ) {
        check.addIssue({ code: "custom", message: "not-days" });
        return z.NEVER;
      }
      for (let date = from; date <= to; date = addDays(date, 1)) {
        found.add(date);
        if (found.size <= MOST_DAYS) continue;
        check.addIssue({ code: "custom", message: "too-many-days" });
        return z.NEVER;
      }
    }
    return [...found].sort();
  });

function dateOf(text: string): LocalDate | undefined {
  const written = /^\s*(\d{1,2})[/.](\d{1,2})[/.](\d{4})\s*$/.exec(text);
  if (written === null) return undefined;
  const [, day = "", month = "", year = ""] = written;
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isLocalDate(date) ? date : undefined;
}

/** One day, or none. */
const day = days.transform((dates, check): LocalDate | undefined => {
  const [date, ...more] = dates;
  if (more.length > 0) check.addIssue({ code: "custom", message: "not-a-day" });
  return date;
});

/** What is declared, as the form sends it. */
export const DeclareForm = z
  .object({
    /** Code of a unit; without it the province. */
    unit: optional,
    rest: days,
    working: days,
    ordinary: days,
    half: days,
    /** Hours of the half days. */
    halfHours: hoursField,
    hours: hoursField,
    hoursFrom: day,
    intake: intakeField,
    intakeFrom: day,
    name: required(200),
    decision: required(200),
    reason: required(1000),
    /** The version that was in force when the form was drawn. */
    previous: required(100),
  })
  .superRefine(
    ({ rest, working, ordinary, half, halfHours, hours, hoursFrom, intake, intakeFrom }, check) => {
      const all = [...rest, ...working, ...ordinary, ...half];
      const together = { half: half[0], halfHours, hours, hoursFrom, intake, intakeFrom };
      for (const [one, other] of TOGETHER) {
        if (together[one] !== undefined && together[other] === undefined)
          check.addIssue({ code: "custom", path: [other], message: "required" });
      }
      if (all.length === 0 && Object.values(together).every((field) => field === undefined))
        check.addIssue({ code: "custom", path: ["rest"], message: "required" });
      if (new Set(all).size < all.length)
        check.addIssue({ code: "custom", path: ["working"], message: "day-twice" });
    },
  );
export type DeclareForm = z.infer<typeof DeclareForm>;
