import { z } from "zod";
import { ok, refuse } from "../../../kernel/result.ts";
import { isFinal } from "../domain/case-status.ts";
import { hasPost } from "../domain/steps.ts";
import type { CaseVerb } from "../verb.ts";

export const Assign = z.object({
  officerId: z.coerce.number({ error: "required" }).int("invalid").positive("required"),
});
export type Assign = z.infer<typeof Assign>;

/**
 * Gives the open step to one officer of its unit: oneself (claim), or, for division heads and leaders, anybody there.
 * That the officer holds the post is checked by the command, which knows the directory.
 */
export const assign: CaseVerb<Assign> = {
  name: "assign",
  permission: "case.assign",
  input: Assign,
  batch: true,
  may(state, context) {
    if (isFinal(state.status)) return refuse("case-ended");
    const reachable = state.open.filter((step) =>
      context.who.posts.some((post) => post.unitId === step.unitId),
    );
    return reachable.length === 0 ? refuse("not-your-step") : undefined;
  },
  decide(state, input, context) {
    const { who } = context;
    const claims = input.officerId === who.id;
    const step = state.open.find(
      (candidate) =>
        hasPost(who, candidate.unitId, "leader") ||
        hasPost(who, candidate.unitId, "division-head") ||
        (claims && candidate.officerId === undefined && hasPost(who, candidate.unitId, candidate.post)),
    );
    if (step === undefined)
      return this.may(state, context) ?? refuse(claims ? "held-by-other" : "not-your-step");
    return ok({
      status: state.status,
      data: { type: "assigned", officerId: input.officerId, step: step.seq },
    });
  },
};
