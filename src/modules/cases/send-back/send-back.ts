import { z } from "zod";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import type { CaseState, DoneStep, OpenStep } from "../domain/case-state.ts";
import { open, stateInWork, undoneBy } from "../domain/go-on.ts";
import type { CaseRefusal } from "../domain/refusal.ts";
import type { ProcessStepFacts, RuleContext } from "../domain/rule-context.ts";
import { close, isWork, mainSteps, ownStep } from "../domain/steps.ts";
import { type CaseVerb, optionalText, requiredText } from "../verb.ts";

export const SendBack = z.object({
  /** Step of the process that is to be done again, such as "appraise"; without one the step before. */
  to: optionalText,
  reason: requiredText,
});
export type SendBack = z.infer<typeof SendBack>;

/**
 * Returns the work to the step before, or to an earlier one, to the officer who did it, with a reason (4→4). Inside a
 * branch that is a step of the branch; the others go on. After a join the step before is the work that came last to it.
 * An opinion or a wait is not returned to: over these it goes to the work before, after which they are had again.
 */
export const sendBack: CaseVerb<SendBack> = {
  name: "send-back",
  permission: "case.send-back",
  input: SendBack,
  ofStep: true,
  may(state, context) {
    const before = sentBack(state, undefined, context);
    return before.ok ? undefined : before;
  },
  decide(state, input, context) {
    const back = sentBack(state, input.to, context);
    if (!back.ok) return back;
    const { step, to } = back.value;
    const opened = open(state, to.facts, context, to.done.officerId);
    if (!opened.ok) return opened;
    return ok({
      status: stateInWork(state),
      data: { type: "sent-back", reason: input.reason },
      closed: [close(step, "sent-back", context)],
      opened: [opened.value],
      undone: undoneBy([opened.value], state, context),
    });
  },
};

/** Work that was done and may be had again. */
export type Before = { readonly done: DoneStep; readonly facts: ProcessStepFacts };

/** From which step of one's own to which step before. */
function sentBack(
  state: CaseState,
  target: string | undefined,
  context: RuleContext,
): Result<{ readonly step: OpenStep; readonly to: Before }, CaseRefusal> {
  const step = ownStep(state, context, ["process", "review", "approve", "issue"], "send-back");
  if (!step.ok) return step;
  const to = stepsBefore(state, step.value, context).find(
    ({ facts }) => target === undefined || facts.id === target,
  );
  return to === undefined ? refuse("no-earlier-step") : ok({ step: step.value, to });
}

/**
 * The work that was done and leads to a step, the last first; never a step after which another open branch would be undone.
 * What received the case does not get it back: the desk has no more to say than when it passed it on.
 */
export function stepsBefore(state: CaseState, step: OpenStep, context: RuleContext): readonly Before[] {
  const leading = leadingTo(step.processStep, state, context);
  const others = new Set(mainSteps(state).map((open) => open.processStep));
  others.delete(step.processStep);
  return state.done.toReversed().flatMap((done) => {
    const facts = leading.has(done.processStep) ? context.walk.find(done.processStep) : undefined;
    if (facts === undefined || !isWork(facts) || facts.work === "receive") return [];
    const reaches = undoneBy([done], state, context).some((id) => others.has(id));
    return reaches ? [] : [{ done, facts }];
  });
}

/** Steps that were done and lead to a step, directly or over others. */
function leadingTo(target: string, state: CaseState, { walk }: RuleContext): ReadonlySet<string> {
  const found = new Set<string>();
  const left = [target];
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    for (const { processStep } of state.done) {
      if (found.has(processStep) || !walk.mayFollow(processStep).some((next) => next.id === id)) continue;
      found.add(processStep);
      left.push(processStep);
    }
  }
  return found;
}
