import { z } from "zod";
import { ok, refuse } from "../../../kernel/result.ts";
import { formatDate, localDateOf } from "../../../kernel/time.ts";
import { CASE_STATUS } from "../domain/case-status.ts";
import { closeAll, ownStep } from "../domain/steps.ts";
import { supplementBringUntil } from "../domain/supplement-window.ts";
import { type CaseVerb, requiredText } from "../verb.ts";

export const LapseSupplement = z.object({ reason: requiredText });
export type LapseSupplement = z.infer<typeof LapseSupplement>;

/**
 * The applicant did not bring what was asked within the time of the special law: not accepted (5→3, Mẫu 03). Refused
 * while that time runs, its last day included.
 */
export const lapseSupplement: CaseVerb<LapseSupplement> = {
  name: "lapse-supplement",
  permission: "case.supplement",
  input: LapseSupplement,
  paper: "refusal",
  may(state, context) {
    const step = ownStep(state, context, ["await-supplement"]);
    if (!step.ok) return step;
    // Ended a minute after the request, a late case could vanish as refused.
    const until = supplementBringUntil(step.value.openedAt, context);
    return localDateOf(context.now) <= until ? refuse("lapse-too-early", formatDate(until)) : undefined;
  },
  decide(state, input, context) {
    const denied = this.may(state, context);
    if (denied) return denied;
    return ok({
      status: CASE_STATUS.refused,
      data: { type: "supplement-lapsed", reason: input.reason, paperNumber: context.paperNumber },
      closed: closeAll(state, "lapsed", context),
      clock: { kind: "ended" },
    });
  },
};
