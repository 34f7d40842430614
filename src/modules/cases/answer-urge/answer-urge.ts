import { z } from "zod";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import type { CaseState, OpenStep } from "../domain/case-state.ts";
import type { CaseRefusal } from "../domain/refusal.ts";
import type { Who } from "../domain/rule-context.ts";
import { hasPost, isTheirs } from "../domain/steps.ts";
import { urgingsOf } from "../domain/urgings.ts";
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
    return ok({
      status: state.status,
      data: { type: "urge-answered", text: input.text, step: step.value.seq },
    });
  },
};

/** Whether an urging of this step is the actor's to answer. */
export function mayAnswer(step: OpenStep, who: Who): boolean {
  return hasPost(who, step.unitId, step.post) && (step.officerId === undefined || isTheirs(step, who));
}

/** The urged step that is the actor's to answer for; of several the one that was urged first. */
function urgedStep(state: CaseState, who: Who): Result<OpenStep, CaseRefusal> {
  const urged = urgingsOf(state).flatMap(({ step }) => state.open.filter((open) => open.seq === step));
  if (urged.length === 0) return refuse("no-urge");
  const found = urged.find((step) => mayAnswer(step, who));
  if (found !== undefined) return ok(found);
  return refuse(
    urged.some((step) => hasPost(who, step.unitId, step.post)) ? "held-by-other" : "not-your-step",
  );
}
