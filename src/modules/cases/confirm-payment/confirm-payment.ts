import { z } from "zod";
import { ok } from "../../../kernel/result.ts";
import type { CaseState } from "../domain/case-state.ts";
import { isMain } from "../domain/evolve.ts";
import { goOn } from "../domain/go-on.ts";
import type { RuleContext } from "../domain/rule-context.ts";
import { ownStep } from "../domain/steps.ts";
import { type CaseVerb, fileRefs, requiredText } from "../verb.ts";

export const ConfirmPayment = z.object({ receipt: requiredText, files: fileRefs });
export type ConfirmPayment = z.infer<typeof ConfirmPayment>;

/** The proof of payment has come (6→4): the time that was left goes on, or the second of two appointments is counted. */
export const confirmPayment: CaseVerb<ConfirmPayment> = {
  name: "confirm-payment",
  permission: "case.financial-duty",
  input: ConfirmPayment,
  may(state, context) {
    const step = owed(state, context);
    return step.ok ? undefined : step;
  },
  decide(state, input, context) {
    const step = owed(state, context);
    if (!step.ok) return step;
    const gone = goOn(state, [{ step: step.value, outcome: "paid" }], context);
    if (!gone.ok) return gone;
    return ok({
      data: { type: "financial-duty-paid", receipt: input.receipt, files: input.files },
      ...gone.value,
    });
  },
};

/** The payment that somebody noted beside the process; one that the process foresees ends with "end-wait". */
function owed(state: CaseState, context: RuleContext) {
  return ownStep({ ...state, open: state.open.filter((step) => !isMain(step)) }, context, ["await-payment"]);
}
