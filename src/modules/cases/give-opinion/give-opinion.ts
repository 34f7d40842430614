import { z } from "zod";
import { ok } from "../../../kernel/result.ts";
import { close, ownStep } from "../domain/steps.ts";
import { type CaseVerb, requiredText } from "../verb.ts";

export const GiveOpinion = z.object({
  opinion: z.enum(["agree", "disagree", "comment"], { error: "required" }),
  text: requiredText,
});
export type GiveOpinion = z.infer<typeof GiveOpinion>;

/** Answers the opinion another unit asked for. */
export const giveOpinion: CaseVerb<GiveOpinion> = {
  name: "give-opinion",
  permission: "case.give-opinion",
  input: GiveOpinion,
  may(state, context) {
    const step = ownStep(state, context.who, ["opinion"]);
    return step.ok ? undefined : step;
  },
  decide(state, input, context) {
    const step = ownStep(state, context.who, ["opinion"]);
    if (!step.ok) return step;
    return ok({
      // An opinion may come while the case waits for a payment; it does not start the clock.
      status: state.status,
      data: { type: "opinion-given", opinion: input.opinion, text: input.text },
      closed: [close(step.value, input.opinion, context)],
    });
  },
};
