import { z } from "zod";
import { ok, refuse } from "../../../kernel/result.ts";
import { CASE_STATUS, mayMove } from "../domain/case-status.ts";
import { closeAll, leads } from "../domain/steps.ts";
import { type CaseVerb, requiredText } from "../verb.ts";

export const StopCase = z.object({ reason: requiredText, basis: requiredText });
export type StopCase = z.infer<typeof StopCase>;

/** The authority stops the case, with the article that allows it (4→8, Mẫu 05). */
export const stopCase: CaseVerb<StopCase> = {
  name: "stop",
  permission: "case.stop",
  input: StopCase,
  paper: "stop",
  may(state, context) {
    if (state.group?.role === "parent") return refuse("group-parent");
    if (!mayMove(state.status, CASE_STATUS.stopped)) return refuse("wrong-state");
    return leads(state, context.who);
  },
  decide(state, input, context) {
    const denied = this.may(state, context);
    if (denied) return denied;
    return ok({
      status: CASE_STATUS.stopped,
      data: { type: "stopped", ...input, paperNumber: context.paperNumber },
      closed: closeAll(state, "stopped", context),
      clock: { kind: "ended" },
    });
  },
};
