import { z } from "zod";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import type { CaseState, OpenStep } from "../domain/case-state.ts";
import { isFinal } from "../domain/case-status.ts";
import type { CaseRefusal } from "../domain/refusal.ts";
import type { RuleContext, Who } from "../domain/rule-context.ts";
import { hasPost } from "../domain/steps.ts";
import type { CaseVerb } from "../verb.ts";

export const Assign = z.object({
  officerId: z.coerce.number({ error: "required" }).int("invalid").positive("required"),
});
export type Assign = z.infer<typeof Assign>;

/**
 * Gives the open step to one officer of its unit: oneself (claim), or, for division heads and leaders, anybody there
 * who holds the post of the step.
 */
export const assign: CaseVerb<Assign> = {
  name: "assign",
  permission: "case.assign",
  input: Assign,
  ofStep: true,
  batch: true,
  may(state, context) {
    const step = assignableStep(state, context);
    return step.ok ? undefined : step;
  },
  prepare(deps, state, input, context) {
    const step = assignableStep(state, context, input.officerId);
    if (!step.ok) return step;
    const holders = deps.directory.officersIn(step.value.unitId);
    const fits = holders.some((post) => post.officerId === input.officerId && post.kind === step.value.post);
    return fits ? ok(input) : refuse("officer-not-in-unit");
  },
  decide(state, input, context) {
    const step = assignableStep(state, context, input.officerId);
    if (!step.ok) return step;
    if (step.value.officerId === input.officerId) return refuse("already-assigned");
    return ok({
      status: state.status,
      data: { type: "assigned", officerId: input.officerId, step: step.value.seq },
    });
  },
};

/** Whether somebody may give this step to anybody of the unit, not only take it. */
export function leadsStep(step: OpenStep, who: Who): boolean {
  return hasPost(who, step.unitId, "leader") || hasPost(who, step.unitId, "division-head");
}

/**
 * The open step that may be assigned: any of the units one leads, one that nobody holds first, or one of one's own post
 * that nobody holds, to be claimed. With `officerId` to that officer; without, to whomever.
 */
function assignableStep(
  state: CaseState,
  { who, step: meant }: Pick<RuleContext, "who" | "step">,
  officerId?: number,
): Result<OpenStep, CaseRefusal> {
  if (isFinal(state.status)) return refuse("case-ended");
  const open = state.open.filter((step) => meant === undefined || step.seq === meant);
  const led = open.filter((step) => leadsStep(step, who));
  const first = led.find((step) => step.officerId === undefined) ?? led[0];
  if (first !== undefined) return ok(first);
  // Who fills an absent officer's post works from the common queue: a step of theirs would be stuck when it ends.
  const own = open.filter((step) =>
    who.posts.some(
      (held) => held.inPlaceOf === undefined && held.unitId === step.unitId && held.kind === step.post,
    ),
  );
  if (own.length === 0 || (officerId !== undefined && officerId !== who.id)) return refuse("not-your-step");
  const free = own.find((step) => step.officerId === undefined);
  if (free !== undefined) return ok(free);
  return refuse(own.some((step) => step.officerId === who.id) ? "already-assigned" : "held-by-other");
}
