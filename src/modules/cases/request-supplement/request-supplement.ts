import { z } from "zod";
import { ok, refuse } from "../../../kernel/result.ts";
import { CASE_STATUS, mayMove } from "../domain/case-status.ts";
import { closeAll, openSide, ownStep } from "../domain/steps.ts";
import { supplementDenied } from "../domain/supplement-window.ts";
import { type CaseVerb, given, lines, requiredText } from "../verb.ts";

export const RequestSupplement = z.object({ items: lines, reason: requiredText });
export type RequestSupplement = z.infer<typeof RequestSupplement>;

/**
 * The desk asks the applicant in writing (Mẫu 02); from this moment the clock stands still (4→5). An online case is asked
 * before it is accepted (1→5): no clock runs yet.
 */
export const requestSupplement: CaseVerb<RequestSupplement> = {
  name: "request-supplement",
  permission: "case.supplement",
  input: RequestSupplement,
  paper: "supplement",
  may(state, context) {
    const step = ownStep(state, context, ["ask-supplement", "accept"]);
    if (!step.ok) return step.refusal === "wrong-state" ? refuse("supplement-not-proposed") : step;
    if (!mayMove(state.status, CASE_STATUS.supplement)) return refuse("wrong-state");
    return supplementDenied(state, context);
  },
  decide(state, input, context) {
    const denied = this.may(state, context);
    if (denied) return denied;
    return ok({
      status: CASE_STATUS.supplement,
      data: {
        type: "supplement-requested",
        ...input,
        paperNumber: context.paperNumber,
        ...given("overriddenBy", state.allowance?.by),
      },
      closed: closeAll(state, "supplement", context),
      opened: [
        openSide(state, { work: "await-supplement", unitId: state.receivingUnitId, post: "desk-officer" }),
      ],
      clock: { kind: "paused", why: "supplement" },
    });
  },
};
