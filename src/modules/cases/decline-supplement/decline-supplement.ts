import { z } from "zod";
import { ok } from "../../../kernel/result.ts";
import { stateInWork } from "../domain/go-on.ts";
import { close, ownStep } from "../domain/steps.ts";
import { type CaseVerb, requiredText } from "../verb.ts";

export const DeclineSupplement = z.object({ reason: requiredText });
export type DeclineSupplement = z.infer<typeof DeclineSupplement>;

/** The desk does not pass a supplement on: it is not lawful or the paper lies in the case already. */
export const declineSupplement: CaseVerb<DeclineSupplement> = {
  name: "decline-supplement",
  permission: "case.supplement",
  input: DeclineSupplement,
  may(state, context) {
    const step = ownStep(state, context, ["ask-supplement"]);
    return step.ok ? undefined : step;
  },
  decide(state, input, context) {
    const step = ownStep(state, context, ["ask-supplement"]);
    if (!step.ok) return step;
    return ok({
      status: stateInWork(state),
      data: { type: "supplement-declined", reason: input.reason },
      closed: [close(step.value, "declined", context)],
    });
  },
};
