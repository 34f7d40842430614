import { z } from "zod";
import { ok, refuse } from "../../../kernel/result.ts";
import { CASE_STATUS } from "../domain/case-status.ts";
import { awaitsOpinion, close, closeSilent, following, open, ownStep } from "../domain/steps.ts";
import { type CaseVerb, given, optionalText } from "../verb.ts";

export const PassOn = z.object({ note: optionalText });
export type PassOn = z.infer<typeof PassOn>;

/** Finishes one's step and opens the next: from the desk (2→4, NĐ 61/2018 Điều 18) or inside the process (4→4). */
export const passOn: CaseVerb<PassOn> = {
  name: "pass-on",
  permission: "case.pass-on",
  input: PassOn,
  batch: true,
  may(state, context) {
    const step = ownStep(state, context.who, ["receive", "process", "review"]);
    if (!step.ok) {
      const special = ownStep(state, context.who, ["approve", "issue", "return"]);
      if (special.ok) return refuse("step-has-own-action");
      // Where the case lies at such a step of somebody else, that says more than the state.
      return step.refusal === "wrong-state" ? special : step;
    }
    if (state.open.some((side) => side.work === "ask-supplement")) return refuse("supplement-pending");
    const waiting = awaitsOpinion(state, context.now);
    if (waiting) return waiting;
    const next = following(step.value.processStep, context);
    const needsDraft = next.work === "review" || next.work === "approve" || next.work === "issue";
    return needsDraft && state.draft === undefined ? refuse("draft-missing") : undefined;
  },
  decide(state, input, context) {
    const denied = this.may(state, context);
    if (denied) return denied;
    const step = ownStep(state, context.who, ["receive", "process", "review"]);
    if (!step.ok) return step;
    return ok({
      status: CASE_STATUS.processing,
      data: { type: "passed-on", ...given("note", input.note) },
      closed: [close(step.value, "done", context), ...closeSilent(state, context)],
      opened: [open(state, following(step.value.processStep, context), context)],
    });
  },
};
