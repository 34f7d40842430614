import { z } from "zod";
import { ok, refuse } from "../../../kernel/result.ts";
import { CASE_STATUS } from "../domain/case-status.ts";
import { hasPost } from "../domain/steps.ts";
import { supplementDenied } from "../domain/supplement-window.ts";
import { type CaseVerb, requiredText } from "../verb.ts";

export const AllowSupplement = z.object({ reason: requiredText });
export type AllowSupplement = z.infer<typeof AllowSupplement>;

/**
 * A leader of the deciding unit lets papers be asked for although the law's one request is used up or its days are over
 * (NĐ 118/2025, Điều 11). Who and why stays in the history; a second request counts the case late (index 766).
 */
export const allowSupplement: CaseVerb<AllowSupplement> = {
  name: "allow-supplement",
  permission: "case.allow-supplement",
  input: AllowSupplement,
  may(state, context) {
    if (state.group?.role === "parent") return refuse("group-parent");
    if (!hasPost(context.who, state.decidingUnitId, "leader")) return refuse("not-your-unit");
    const { status } = state;
    if (status !== CASE_STATUS.received && status !== CASE_STATUS.processing) return refuse("wrong-state");
    if (state.allowance !== undefined) return refuse("supplement-allowed-already");
    return supplementDenied(state, context) === undefined ? refuse("supplement-lawful") : undefined;
  },
  decide(state, input, context) {
    const denied = this.may(state, context);
    if (denied) return denied;
    return ok({ status: state.status, data: { type: "supplement-allowed", reason: input.reason } });
  },
};
