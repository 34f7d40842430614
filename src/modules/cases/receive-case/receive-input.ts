import { z } from "zod";
import { parseBusinessCode, parseCitizenNumber } from "../../../kernel/citizen-number.ts";
import { isUuid } from "../../../kernel/ids.ts";
import { parseMoney } from "../../../kernel/money.ts";
import { fileRefs, optionalText, requiredText } from "../verb.ts";

const phone = z
  .string()
  .transform((text) => text.replace(/[\s.-]/g, ""))
  .pipe(
    z.union([
      z.literal("").transform(() => undefined),
      z.string().regex(/^(\+84|0)\d{8,10}$/, "not-a-phone"),
    ]),
  )
  .optional();
const email = z.union([z.literal("").transform(() => undefined), z.email("not-an-email")]).optional();

const money = z.union([
  z.literal("").transform(() => undefined),
  z.number().int().min(0, "not-an-amount"),
  z.string().transform((text, check) => {
    const parsed = parseMoney(text);
    if (parsed.ok) return parsed.value;
    check.addIssue({ code: "custom", message: "not-an-amount" });
    return z.NEVER;
  }),
]);

/** A paper as the desk ticks it. */
const Paper = z.object({
  id: z.string().max(20).optional(),
  name: z.string().trim().min(1, "required").max(1000, "too-long"),
  form: z.enum(["original", "copy", "scanned", "held"]),
  count: z.coerce.number().int().min(1, "invalid").max(99, "invalid").default(1),
  files: fileRefs,
});

/**
 * What the desk enters to receive a case. `caseId` is made with the blank form: sending the same form twice gives
 * one case, not two.
 */
export const ReceiveCase = z
  .object({
    caseId: z.string().refine(isUuid, "invalid"),
    procedureCode: requiredText,
    variantCode: optionalText,
    receivingUnitId: z.coerce.number({ error: "required" }).int().positive("required"),
    decidingUnitId: z.coerce.number({ error: "required" }).int().positive("required"),
    channel: z.enum(["direct", "postal"]).default("direct"),
    applicantKind: z.enum(["person", "business", "organisation"]).default("person"),
    applicantName: requiredText,
    applicantNumber: optionalText,
    applicantBirthDate: optionalText,
    applicantAddress: optionalText,
    applicantPhone: phone,
    applicantEmail: email,
    representativeName: optionalText,
    representativeNumber: optionalText,
    representativePhone: phone,
    representativePaper: optionalText,
    request: optionalText,
    papers: z.array(Paper).min(1, "papers-required").max(60, "too-long"),
    copies: z.coerce.number().int("invalid").min(1, "invalid").max(20, "invalid").default(1),
    feeAmount: money.optional(),
    feePaid: z.union([z.boolean(), z.literal("yes").transform(() => true)]).default(false),
    returnMethod: z.enum(["counter", "post", "electronic"]).default("counter"),
    returnAddress: optionalText,
  })
  .superRefine((value, check) => {
    const fault = (path: string, message: string) =>
      check.addIssue({ code: "custom", path: [path], message });
    const number = value.applicantNumber;
    if (value.applicantKind === "person") {
      if (number === undefined) fault("applicantNumber", "required");
      else if (!parseCitizenNumber(number).ok) fault("applicantNumber", "not-a-citizen-number");
    } else if (value.applicantKind === "business" && number !== undefined && !parseBusinessCode(number).ok) {
      fault("applicantNumber", "not-a-business-code");
    }
    if (value.representativeName !== undefined) {
      if (value.representativePaper === undefined) fault("representativePaper", "required");
      if (value.representativeNumber !== undefined && !parseCitizenNumber(value.representativeNumber).ok) {
        fault("representativeNumber", "not-a-citizen-number");
      }
    }
    if (value.returnMethod === "post" && value.returnAddress === undefined)
      fault("returnAddress", "required");
  });
export type ReceiveCase = z.infer<typeof ReceiveCase>;
