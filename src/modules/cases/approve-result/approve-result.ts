import { z } from "zod";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import type { Evidence } from "../domain/case-action.ts";
import type { CaseState, OpenStep } from "../domain/case-state.ts";
import { endingOf, type GoneOnSteps, goOn, lacksEvidence } from "../domain/go-on.ts";
import type { CaseRefusal } from "../domain/refusal.ts";
import type { RuleContext, Who } from "../domain/rule-context.ts";
import { awaitsOpinion, ownStep } from "../domain/steps.ts";
import { type CaseVerb, evidenceFields, evidenceOf, given, optionalText } from "../verb.ts";

export const ApproveResult = z.object({ note: optionalText, ...evidenceFields });
export type ApproveResult = z.infer<typeof ApproveResult>;

/** The leader approves the draft, nobody their own in the leader's place; the clerk, the unit above or a body outside has the next step. */
export const approveResult: CaseVerb<ApproveResult> = {
  name: "approve",
  permission: "case.approve",
  input: ApproveResult,
  ofStep: true,
  batch: true,
  may(state, context) {
    const gone = approved(state, context);
    return gone.ok ? undefined : gone;
  },
  decide(state, input, context) {
    const evidence = evidenceOf(input);
    const gone = approved(state, context, evidence);
    if (!gone.ok) return gone;
    return (
      lacksEvidence(gone.value, evidence, context) ??
      ok({ data: { type: "result-approved", ...given("note", input.note) }, ...gone.value })
    );
  },
};

/** Whether somebody does a step only by a post that they fill for somebody absent. */
function actsForOther({ unitId, post }: OpenStep, who: Who): boolean {
  return !who.posts.some(
    (held) => held.unitId === unitId && held.kind === post && held.inPlaceOf === undefined,
  );
}

/** What approving would do now, or why it cannot be done. */
function approved(
  state: CaseState,
  context: RuleContext,
  evidence?: Evidence,
): Result<GoneOnSteps, CaseRefusal> {
  const step = ownStep(state, context, ["approve"]);
  if (!step.ok) return step;
  if (state.draft === undefined) return refuse("draft-missing");
  if (state.draftedBy === context.who.id && actsForOther(step.value, context.who)) return refuse("own-draft");
  const waiting = awaitsOpinion(state, step.value, context.now);
  return waiting ?? goOn(state, endingOf(state, step.value, "approved", context.now), context, evidence);
}
