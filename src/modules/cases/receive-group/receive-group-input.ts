import { z } from "zod";
import { isUuid } from "../../../kernel/ids.ts";
import { desk, faultsTogether, papers } from "../receive-case/receive-input.ts";
import { optionalText, requiredText } from "../verb.ts";

/** One case of the group: where it is decided and which papers came for it. */
const Member = z.object({
  key: requiredText,
  variantCode: optionalText,
  decidingUnitId: z.coerce.number({ error: "required" }).int().positive("required"),
  papers: papers.min(1, "papers-required"),
});

/** What the desk enters once for a whole group. `groupId` is made with the blank form: sent twice it is one group. */
export const ReceiveGroup = desk
  .omit({
    caseId: true,
    procedureCode: true,
    variantCode: true,
    decidingUnitId: true,
    feeAmount: true,
    feePaid: true,
  })
  .extend({
    groupId: z.string().refine(isUuid, "invalid"),
    groupCode: requiredText,
    /** Something must be verified: the longer limit. */
    verification: z.union([z.boolean(), z.literal("yes").transform(() => true)]).default(false),
    members: z.array(Member).min(1, "required").max(20, "too-long"),
  })
  .superRefine((value, check) => faultsTogether({ ...value, feePaid: false }, check));
export type ReceiveGroup = z.infer<typeof ReceiveGroup>;
