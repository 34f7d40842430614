import { z } from "zod";
import { ok, refuse } from "../../../kernel/result.ts";
import { CASE_STATUS } from "../domain/case-status.ts";
import { awaitsOpinion, close, closeSilent, following, open, ownStep } from "../domain/steps.ts";
import { type CaseVerb, given, optionalText } from "../verb.ts";

export const ApproveResult = z.object({ note: optionalText });
export type ApproveResult = z.infer<typeof ApproveResult>;

/** The leader approves the draft; the clerk, or the unit above, has the next step. */
export const approveResult: CaseVerb<ApproveResult> = {
  name: "approve",
  permission: "case.approve",
  input: ApproveResult,
  batch: true,
  may(state, context) {
    const step = ownStep(state, context.who, ["approve"]);
    if (!step.ok) return step;
    if (state.draft === undefined) return refuse("draft-missing");
    return awaitsOpinion(state, context.now);
  },
  decide(state, input, context) {
    const denied = this.may(state, context);
    if (denied) return denied;
    const step = ownStep(state, context.who, ["approve"]);
    if (!step.ok) return step;
    return ok({
      status: CASE_STATUS.processing,
      data: { type: "result-approved", ...given("note", input.note) },
      closed: [close(step.value, "approved", context), ...closeSilent(state, context)],
      opened: [open(state, following(step.value.processStep, context), context)],
    });
  },
};
