import { z } from "zod";
import { ok, refuse } from "../../../kernel/result.ts";
import { addWorkingMinutes } from "../../../kernel/working-calendar.ts";
import { CASE_STATUS, mayMove } from "../domain/case-status.ts";
import { openSide, ownStep } from "../domain/steps.ts";
import { supplementDenied } from "../domain/supplement-window.ts";
import { type CaseVerb, lines, requiredText } from "../verb.ts";

export const ProposeSupplement = z.object({ items: lines, reason: requiredText });
export type ProposeSupplement = z.infer<typeof ProposeSupplement>;

/**
 * The deciding unit finds something missing and tells the desk; only the desk speaks to the applicant (NĐ 61/2018,
 * Điều 5 khoản 1đ, e). Once per case and within the days for it (NĐ 118/2025, Điều 11), unless a leader allows more.
 */
export const proposeSupplement: CaseVerb<ProposeSupplement> = {
  name: "propose-supplement",
  permission: "case.propose-supplement",
  input: ProposeSupplement,
  may(state, context) {
    const step = ownStep(state, context, ["process", "review"], "ask-supplement");
    if (!step.ok) return step;
    // While a payment is awaited in another branch the case cannot come to wait for papers.
    if (!mayMove(state.status, CASE_STATUS.supplement)) return refuse("wrong-state");
    if (state.open.some((side) => side.work === "ask-supplement")) return refuse("supplement-pending");
    return supplementDenied(state, context);
  },
  decide(state, input, context) {
    const denied = this.may(state, context);
    if (denied) return denied;
    // The desk passes it on within the working day.
    const budgetMinutes = 240;
    const dueAt = addWorkingMinutes(context.calendar, context.now, budgetMinutes);
    return ok({
      status: CASE_STATUS.processing,
      data: { type: "supplement-proposed", items: input.items, reason: input.reason },
      opened: [
        openSide(state, {
          work: "ask-supplement",
          unitId: state.receivingUnitId,
          post: "desk-officer",
          dueAt,
          budgetMinutes,
        }),
      ],
    });
  },
};
