import { z } from "zod";
import { ok, refuse } from "../../../kernel/result.ts";
import type { CaseState, OpenStep } from "../domain/case-state.ts";
import { cannotEnd, endingOf, goOn } from "../domain/go-on.ts";
import type { RuleContext } from "../domain/rule-context.ts";
import { mainSteps, ownStep } from "../domain/steps.ts";
import { localDate } from "../local-date-field.ts";
import { type CaseVerb, fileRefs, given, optionalText, requiredText } from "../verb.ts";

export const EndWait = z.object({
  documentNumber: requiredText,
  documentDate: localDate,
  note: optionalText,
  files: fileRefs,
});
export type EndWait = z.infer<typeof EndWait>;

/**
 * What the process waited for has come: the answer of the tax office, the end of the public posting, the survey, the proof
 * of payment. The document is the evidence by which the clock goes on; where another wait follows, by which that begins.
 */
export const endWait: CaseVerb<EndWait> = {
  name: "end-wait",
  permission: "case.end-wait",
  input: EndWait,
  ofStep: true,
  may(state, context) {
    const step = awaited(state, context);
    if (!step.ok) return step;
    const gone = goOn(state, endingOf(state, step.value, "come", context.now), context);
    return gone.ok ? undefined : gone;
  },
  decide(state, input, context) {
    const step = awaited(state, context);
    if (!step.ok) return step;
    const evidence = { number: input.documentNumber, date: input.documentDate };
    const denied = cannotEnd(step.value, evidence, context);
    if (denied) return denied;
    const outcome = step.value.work === "await-payment" ? "paid" : "come";
    const gone = goOn(state, endingOf(state, step.value, outcome, context.now), context, evidence);
    if (!gone.ok) return gone;
    const { seq } = step.value;
    const data = { type: "wait-ended", step: seq, evidence, files: input.files } as const;
    return ok({ data: { ...data, ...given("note", input.note) }, ...gone.value });
  },
};

/** The wait of the process that the actor keeps an eye on; the one longest open first. */
function awaited(state: CaseState, context: RuleContext) {
  const waits: readonly OpenStep[] = mainSteps(state).filter(
    ({ work }) => work === "await-outside" || work === "await-payment",
  );
  if (waits.length === 0) return refuse("wrong-state");
  return ownStep({ ...state, open: waits }, context, ["await-outside", "await-payment"]);
}
