import { z } from "zod";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import type { CaseState, DoneStep, OpenStep } from "../domain/case-state.ts";
import { open, stateInWork, undoneBy } from "../domain/go-on.ts";
import type { CaseRefusal } from "../domain/refusal.ts";
import type { ProcessStepFacts, RuleContext } from "../domain/rule-context.ts";
import { close, isWork, mainSteps, ownStep } from "../domain/steps.ts";
import { type CaseVerb, requiredText } from "../verb.ts";

export const SendBack = z.object({ reason: requiredText });
export type SendBack = z.infer<typeof SendBack>;

/**
 * Returns the work to the step before, to the officer who did it, with a reason (4→4). Inside a branch that is the step
 * before in the branch; the others go on. After a join it is the work that came last to it. An opinion or a wait is not
 * returned to: over these it goes to the work before, after which they are had again.
 */
export const sendBack: CaseVerb<SendBack> = {
  name: "send-back",
  permission: "case.send-back",
  input: SendBack,
  ofStep: true,
  may(state, context) {
    const step = returning(state, context);
    if (!step.ok) return step;
    const before = stepBefore(state, step.value, context);
    return before.ok ? undefined : before;
  },
  decide(state, input, context) {
    const denied = this.may(state, context);
    if (denied) return denied;
    const step = returning(state, context);
    if (!step.ok) return step;
    const before = stepBefore(state, step.value, context);
    if (!before.ok) return before;
    const opened = open(state, before.value.facts, context, before.value.done.officerId);
    if (!opened.ok) return opened;
    return ok({
      status: stateInWork(state),
      data: { type: "sent-back", reason: input.reason },
      closed: [close(step.value, "sent-back", context)],
      opened: [opened.value],
      undone: undoneBy([opened.value], state, context),
    });
  },
};

/** The step whose holder sends back. */
function returning(state: CaseState, context: RuleContext) {
  return ownStep(state, context, ["process", "review", "approve", "issue"], "send-back");
}

type Before = { readonly done: DoneStep; readonly facts: ProcessStepFacts };

/** The work that was done last among those that lead to a step; never one that another open branch came from. */
function stepBefore(state: CaseState, step: OpenStep, context: RuleContext): Result<Before, CaseRefusal> {
  const leading = workBefore(step.processStep, state, context);
  const done = state.done.findLast(({ processStep }) => leading.has(processStep));
  const facts = done && context.walk.find(done.processStep);
  // What received the case does not get it back: the desk has no more to say than when it passed it on.
  if (done === undefined || facts === undefined || facts.work === "receive") return refuse("no-earlier-step");
  const others = new Set(mainSteps(state).map((open) => open.processStep));
  others.delete(step.processStep);
  const after = undoneBy([done], state, context);
  return after.some((id) => others.has(id)) ? refuse("no-earlier-step") : ok({ done, facts });
}

/** Steps of work that lead to a step, directly or over opinions and waits. */
function workBefore(target: string, state: CaseState, { walk }: RuleContext): ReadonlySet<string> {
  const found = new Set<string>();
  const seen = new Set<string>();
  const left = [target];
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    for (const { processStep } of state.done) {
      if (seen.has(processStep) || !walk.mayFollow(processStep).some((next) => next.id === id)) continue;
      seen.add(processStep);
      const facts = walk.find(processStep);
      if (facts !== undefined && isWork(facts)) found.add(processStep);
      else left.push(processStep);
    }
  }
  return found;
}
