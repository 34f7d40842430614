import { z } from "zod";
import { ok, refuse } from "../../../kernel/result.ts";
import { CASE_STATUS } from "../domain/case-status.ts";
import { closeAll, ownStep } from "../domain/steps.ts";
import { type CaseVerb, requiredText } from "../verb.ts";

export const RefuseRegistered = z.object({ reason: requiredText });
export type RefuseRegistered = z.infer<typeof RefuseRegistered>;

/** The desk does not accept an online case (1→3, Mẫu 03; NĐ 61/2018 Điều 17), with its reasons. */
export const refuseRegistered: CaseVerb<RefuseRegistered> = {
  name: "refuse-registered",
  permission: "case.refuse",
  input: RefuseRegistered,
  paper: "refusal",
  may(state, context) {
    if (state.status !== CASE_STATUS.registered) return refuse("nothing-to-accept");
    const step = ownStep(state, context, ["accept"]);
    return step.ok ? undefined : step;
  },
  decide(state, input, context) {
    const denied = this.may(state, context);
    if (denied) return denied;
    return ok({
      status: CASE_STATUS.refused,
      data: { type: "refused", reason: input.reason, paperNumber: context.paperNumber },
      closed: closeAll(state, "refused", context),
      clock: { kind: "ended" },
    });
  },
};
