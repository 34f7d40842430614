import { z } from "zod";
import { ok, refuse } from "../../../kernel/result.ts";
import { CASE_STATUS } from "../domain/case-status.ts";
import { close, open, ownStep } from "../domain/steps.ts";
import { type CaseVerb, requiredText } from "../verb.ts";

export const SendBack = z.object({ reason: requiredText });
export type SendBack = z.infer<typeof SendBack>;

/** Returns the work to the step before, to the officer who did it, with a reason (4→4). */
export const sendBack: CaseVerb<SendBack> = {
  name: "send-back",
  permission: "case.send-back",
  input: SendBack,
  may(state, context) {
    const step = ownStep(state, context.who, ["process", "review", "approve", "issue"]);
    if (!step.ok) return step;
    return state.done.length < 2 ? refuse("no-earlier-step") : undefined;
  },
  decide(state, input, context) {
    const denied = this.may(state, context);
    if (denied) return denied;
    const step = ownStep(state, context.who, ["process", "review", "approve", "issue"]);
    const before = state.done.at(-1);
    const facts = context.process.find((candidate) => candidate.id === before?.processStep);
    if (!step.ok || before === undefined || facts === undefined) return refuse("no-earlier-step");
    return ok({
      status: CASE_STATUS.processing,
      data: { type: "sent-back", reason: input.reason },
      closed: [close(step.value, "sent-back", context)],
      opened: [open(state, facts, context, before.officerId)],
    });
  },
};
