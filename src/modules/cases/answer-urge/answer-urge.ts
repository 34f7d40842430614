import { z } from "zod";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import type { CaseState, OpenStep } from "../domain/case-state.ts";
import type { CaseRefusal } from "../domain/refusal.ts";
import type { Who } from "../domain/rule-context.ts";
import { hasPost, isTheirs } from "../domain/steps.ts";
import { type CaseVerb, requiredText } from "../verb.ts";

export const AnswerUrge = z.object({ text: requiredText });
export type AnswerUrge = z.infer<typeof AnswerUrge>;

/** The holder of an urged step says why it is not done and when it will be. Doing the step is an answer too. */
export const answerUrge: CaseVerb<AnswerUrge> = {
  name: "answer-urge",
  permission: "case.answer-urge",
  input: AnswerUrge,
  may(state, context) {
    const step = urgedStep(state, context.who);
    return step.ok ? undefined : step;
  },
  decide(state, input, context) {
    const step = urgedStep(state, context.who);
    if (!step.ok) return step;
    return ok({ status: state.status, data: { type: "urge-answered", text: input.text } });
  },
};

/** The urged step, if it is the actor's to answer for. */
function urgedStep(state: CaseState, who: Who): Result<OpenStep, CaseRefusal> {
  const step = state.open.find((open) => open.seq === state.urge?.step);
  if (step === undefined) return refuse("no-urge");
  if (!hasPost(who, step.unitId, step.post)) return refuse("not-your-step");
  return step.officerId === undefined || isTheirs(step, who) ? ok(step) : refuse("held-by-other");
}
