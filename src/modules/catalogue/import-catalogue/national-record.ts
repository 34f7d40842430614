import { z } from "zod";

/** Text as it may be stored: composed letters, no control characters, lines without blanks at their ends. */
function clean(text: string): string {
  return text
    .toWellFormed()
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .replace(/[\p{Cc}]/gu, (sign) => (sign === "\n" || sign === "\t" ? sign : ""))
    .replace(/[ \t\u00a0]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

const Text = z
  .union([z.string(), z.number().transform(String), z.null().transform(() => "")])
  .default("")
  .transform(clean);
const Texts = z
  .union([z.array(Text), Text.transform((text) => [text])])
  .default([])
  .transform((texts) => texts.filter((text) => text !== ""));
const Count = z.coerce.number().int().min(0).max(99).catch(0);

/** The names are those of the national export; what the mapper does not use is let pass unread. */
export const NationalRecord = z.object({
  code: z
    .string("required")
    .trim()
    .regex(/^\d{1,2}\.\d{6,}(\.\d{3}\.\d{2}\.\d{2}\.H\d{2})?$/, "not-a-procedure-code"),
  name: z.string("required").transform(clean).pipe(z.string().min(1, "required")),
  field: z.string("required").transform(clean).pipe(z.string().min(1, "required")),
  decision_no: Text,
  level: Text,
  executing: Text,
  authority: Text,
  promulgating: Text,
  steps: Text,
  requirements: Text,
  subjects: Text,
  results: Texts,
  legal: Texts,
  channels: z
    .array(
      z.object({
        method: z.enum(["DIRECT", "POSTAL", "ONLINE"], "unknown-channel"),
        qty: Text,
        unit: Text,
        note: Text,
        fees: z.array(z.object({ vnd: Text, note: Text })).default([]),
      }),
    )
    .default([]),
  components: z.array(z.object({ group: Text, name: Text, original: Count, copy: Count })).default([]),
  processing_cases: z.array(z.object({ case_code: Text, qty: Text, unit: Text, name: Text })).default([]),
});
export type NationalRecord = z.infer<typeof NationalRecord>;
export type NationalChannel = NationalRecord["channels"][number];

/** The first fault of a record as "field: word", such as "name: required". */
export function recordFault(error: z.ZodError): string {
  const issue = error.issues[0];
  if (issue === undefined) return "invalid";
  const word = /^[a-z]+(-[a-z]+)*$/.test(issue.message) ? issue.message : "invalid";
  return issue.path.length === 0 ? "not-a-record" : `${issue.path.join(".")}: ${word}`;
}
