import { z } from "zod";
import { parseBusinessCode, parseCitizenNumber } from "../../../kernel/citizen-number.ts";
import { isUuid } from "../../../kernel/ids.ts";
import { parseMoney } from "../../../kernel/money.ts";
import { localDate } from "../local-date-field.ts";
import { fileRefs, optionalText, requiredText } from "../verb.ts";

/** A telephone number, spaces and dots between its digits let pass. */
const phone = z
  .string()
  .transform((text, check) => {
    const bare = text.replace(/[\s.-]/g, "");
    if (bare === "") return undefined;
    return /^(\+84|0)\d{8,10}$/.test(bare) ? bare : fault(check, "not-a-phone");
  })
  .optional();

const email = z
  .string()
  .transform((text, check) => {
    const bare = text.trim();
    if (bare === "") return undefined;
    return z.email().safeParse(bare).success ? bare : fault(check, "not-an-email");
  })
  .optional();

/** Whole đồng, as a number or as people write it. */
const money = z.union([z.number(), z.string()]).transform((given, check) => {
  if (given === "") return undefined;
  const parsed = parseMoney(String(given));
  return parsed.ok ? parsed.value : fault(check, "not-an-amount");
});

/** dd/mm/yyyy or yyyy-mm-dd; a card of somebody whose day of birth is unknown has the year alone. */
const birthDate = z
  .string()
  .transform((text, check) => {
    const bare = text.trim();
    if (bare === "") return undefined;
    if (/^(19|20)\d\d$/.test(bare)) return bare;
    const date = localDate.safeParse(bare);
    return date.success ? date.data : fault(check, "not-a-date");
  })
  .optional();

/** A citizen number or code without the spaces and dots between its digits, as it is searched for. */
const number = optionalText.transform((text) => text?.replace(/(?<=\d)[ .](?=\d)/g, ""));

/** A fault that does not hide those between fields: an officer should see everything that is wrong at once. */
function fault(check: z.RefinementCtx, message: string): undefined {
  check.addIssue({ code: "custom", message, continue: true });
  return undefined;
}

/** The commune where the matter lies; asked for land. */
const placeUnit = z
  .union([z.literal("").transform(() => undefined), z.coerce.number().int().positive("invalid")])
  .optional();

/** A paper as the desk ticks it. */
const Paper = z.object({
  id: z.string().max(20).optional(),
  name: z.string().trim().min(1, "required").max(1000, "too-long"),
  form: z.enum(["original", "copy", "scanned", "held"]),
  count: z.coerce.number().int().min(1, "invalid").max(99, "invalid").default(1),
  files: fileRefs,
});

/** How a case comes to a desk; online cases come of themselves. */
export const DESK_CHANNELS = ["direct", "postal"] as const;
export type DeskChannel = (typeof DESK_CHANNELS)[number];

/** What a desk enters about the case and its applicant, apart from the papers. */
export const desk = z.object({
  caseId: z.string().refine(isUuid, "invalid"),
  procedureCode: requiredText,
  variantCode: optionalText,
  receivingUnitId: z.coerce.number({ error: "required" }).int().positive("required"),
  decidingUnitId: z.coerce.number({ error: "required" }).int().positive("required"),
  placeUnitId: placeUnit,
  channel: z.enum(DESK_CHANNELS).default("direct"),
  applicantKind: z.enum(["person", "business", "organisation"]).default("person"),
  applicantName: requiredText,
  applicantNumber: number,
  applicantBirthDate: birthDate,
  applicantAddress: optionalText,
  applicantPhone: phone,
  applicantEmail: email,
  representativeName: optionalText,
  representativeNumber: number,
  representativePhone: phone,
  representativePaper: optionalText,
  request: optionalText,
  copies: z.coerce.number().int("invalid").min(1, "invalid").max(20, "invalid").default(1),
  feeAmount: money.optional(),
  feePaid: z.union([z.boolean(), z.literal("yes").transform(() => true)]).default(false),
  returnMethod: z.enum(["counter", "post", "electronic"]).default("counter"),
  returnAddress: optionalText,
});

export const papers = z.array(Paper).max(60, "too-long");

/**
 * What the desk enters to receive a case. `caseId` is made with the blank form: sending the same form twice gives
 * one case, not two.
 */
export const ReceiveCase = desk
  .extend({ papers: papers.min(1, "papers-required") })
  .superRefine(faultsTogether);
export type ReceiveCase = z.infer<typeof ReceiveCase>;

/** The same for a case that is not received: asked to be completed, or refused; there may be no paper at all. */
export const TurnedAway = desk.extend({ papers: papers.default([]) }).superRefine(faultsTogether);

/** What is wrong between fields. */
export function faultsTogether(
  value: Omit<z.infer<typeof desk>, "caseId" | "procedureCode" | "variantCode" | "decidingUnitId">,
  check: z.RefinementCtx,
): void {
  const fault = (path: string, message: string) => check.addIssue({ code: "custom", path: [path], message });
  const identity = value.applicantNumber;
  if (value.applicantKind === "person") {
    if (identity === undefined) fault("applicantNumber", "required");
    else if (!parseCitizenNumber(identity).ok) fault("applicantNumber", "not-a-citizen-number");
  } else if (
    value.applicantKind === "business" &&
    identity !== undefined &&
    !parseBusinessCode(identity).ok
  ) {
    fault("applicantNumber", "not-a-business-code");
  }
  if (value.representativeName !== undefined) {
    if (value.representativePaper === undefined) fault("representativePaper", "required");
    if (value.representativeNumber !== undefined && !parseCitizenNumber(value.representativeNumber).ok) {
      fault("representativeNumber", "not-a-citizen-number");
    }
  }
  if (value.returnMethod === "post" && value.returnAddress === undefined) fault("returnAddress", "required");
}
