import { z } from "zod";
import { ok, refuse } from "../../../kernel/result.ts";
import { CASE_STATUS, mayMove } from "../domain/case-status.ts";
import { atDesk, closeAll } from "../domain/steps.ts";
import { trackingWord } from "../tracking-word.ts";
import { type CaseVerb, fileRefs, optionalText, requiredText } from "../verb.ts";

export const Withdraw = z.object({
  reason: requiredText,
  proof: z.enum(["signed-form", "confirmation-code"], { error: "required" }),
  code: optionalText,
  files: fileRefs,
});
export type Withdraw = z.infer<typeof Withdraw> & {
  /** Set by `prepare` after comparing the code with the one on the receipt; the schema takes none from outside. */
  readonly codeMatches?: boolean;
};

/**
 * The applicant ends the case (2, 4, 5, 6 → 7; NĐ 118/2025 Điều 21, TT 03/2025 Điều 7), only with proof: the scanned
 * signed form, or the secret word of their receipt. Without it nobody can make a late case disappear.
 */
export const withdraw: CaseVerb<Withdraw> = {
  name: "withdraw",
  permission: "case.withdraw",
  input: Withdraw,
  paper: "stop",
  prepare(deps, state, input) {
    const codeMatches =
      input.code !== undefined && trackingWord(deps.trackingKey, state.id).matches(input.code);
    return ok({ ...input, codeMatches });
  },
  may(state, context) {
    if (state.group?.role === "parent") return refuse("group-parent");
    if (!mayMove(state.status, CASE_STATUS.withdrawn)) {
      return refuse(state.result === undefined ? "wrong-state" : "result-exists");
    }
    return atDesk(state, context.who);
  },
  decide(state, input, context) {
    const denied = this.may(state, context);
    if (denied) return denied;
    if (input.proof === "signed-form" && input.files.length === 0) return refuse("proof-missing");
    if (input.proof === "confirmation-code" && input.code === undefined) return refuse("proof-missing");
    if (input.proof === "confirmation-code" && input.codeMatches !== true) return refuse("proof-wrong");
    return ok({
      status: CASE_STATUS.withdrawn,
      data: {
        type: "withdrawn",
        reason: input.reason,
        proof: input.proof,
        proofText: input.files.map((file) => file.name).join(", "),
        files: input.files,
        paperNumber: context.paperNumber,
      },
      closed: closeAll(state, "withdrawn", context),
      clock: { kind: "ended" },
    });
  },
};
