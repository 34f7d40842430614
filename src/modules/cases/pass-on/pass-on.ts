import { z } from "zod";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import type { Evidence } from "../domain/case-action.ts";
import type { CaseState } from "../domain/case-state.ts";
import { endingOf, type GoneOnSteps, goOn, lacksEvidence } from "../domain/go-on.ts";
import type { CaseRefusal } from "../domain/refusal.ts";
import type { RuleContext } from "../domain/rule-context.ts";
import { awaitsOpinion, ownStep } from "../domain/steps.ts";
import { type CaseVerb, evidenceFields, evidenceOf, given, optionalText } from "../verb.ts";

export const PassOn = z.object({ note: optionalText, ...evidenceFields });
export type PassOn = z.infer<typeof PassOn>;

/**
 * Finishes one's step and opens what follows: from the desk (2→4, NĐ 61/2018 Điều 18) or inside the process (4→4, or 6
 * where a payment follows). What is sent to a body outside needs the document by which it is sent.
 */
export const passOn: CaseVerb<PassOn> = {
  name: "pass-on",
  permission: "case.pass-on",
  input: PassOn,
  ofStep: true,
  batch: true,
  may(state, context) {
    const gone = passedOn(state, context);
    return gone.ok ? undefined : gone;
  },
  decide(state, input, context) {
    const evidence = evidenceOf(input);
    const gone = passedOn(state, context, evidence);
    if (!gone.ok) return gone;
    return (
      lacksEvidence(gone.value, evidence, context) ??
      ok({ data: { type: "passed-on", ...given("note", input.note) }, ...gone.value })
    );
  },
};

const NEEDS_DRAFT: ReadonlySet<string> = new Set(["review", "approve", "issue"]);

/** What passing on would do now, or why it cannot be done. */
function passedOn(
  state: CaseState,
  context: RuleContext,
  evidence?: Evidence,
): Result<GoneOnSteps, CaseRefusal> {
  const step = ownStep(state, context, ["receive", "process", "review"]);
  if (!step.ok) {
    const special = ownStep(state, context, ["approve", "issue", "return"]);
    if (special.ok) return refuse("step-has-own-action");
    // Where the case lies at such a step of somebody else, that says more than the state.
    return step.refusal === "wrong-state" ? special : step;
  }
  if (state.open.some((side) => side.work === "ask-supplement")) return refuse("supplement-pending");
  const waiting = awaitsOpinion(state, step.value, context.now);
  if (waiting) return waiting;
  const gone = goOn(state, endingOf(state, step.value, "done", context.now), context, evidence);
  if (!gone.ok) return gone;
  const needsDraft = gone.value.opened?.some(({ work }) => NEEDS_DRAFT.has(work)) ?? false;
  return needsDraft && state.draft === undefined ? refuse("draft-missing") : gone;
}
