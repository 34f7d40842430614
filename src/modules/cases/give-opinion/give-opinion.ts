import { z } from "zod";
import { ok } from "../../../kernel/result.ts";
import { goOn } from "../domain/go-on.ts";
import { ownStep } from "../domain/steps.ts";
import { type CaseVerb, requiredText } from "../verb.ts";

export const GiveOpinion = z.object({
  opinion: z.enum(["agree", "disagree", "comment"], { error: "required" }),
  text: requiredText,
});
export type GiveOpinion = z.infer<typeof GiveOpinion>;

/**
 * Answers the opinion that another unit asked for, or that the process foresees; of these the next step opens when all
 * that it waits for have come.
 */
export const giveOpinion: CaseVerb<GiveOpinion> = {
  name: "give-opinion",
  permission: "case.give-opinion",
  input: GiveOpinion,
  ofStep: true,
  may(state, context) {
    const step = ownStep(state, context, ["opinion"]);
    if (!step.ok) return step;
    const gone = goOn(state, [{ step: step.value, outcome: "agree" }], context);
    return gone.ok ? undefined : gone;
  },
  decide(state, input, context) {
    const step = ownStep(state, context, ["opinion"]);
    if (!step.ok) return step;
    // An opinion may come while the case waits for a payment; the clock then stands on.
    const gone = goOn(state, [{ step: step.value, outcome: input.opinion }], context);
    if (!gone.ok) return gone;
    return ok({ data: { type: "opinion-given", opinion: input.opinion, text: input.text }, ...gone.value });
  },
};
