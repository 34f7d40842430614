import { z } from "zod";
import { workingDaysBefore } from "../../../kernel/deadline.ts";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import type { CaseState, OpenStep } from "../domain/case-state.ts";
import { isFinal } from "../domain/case-status.ts";
import { isMain } from "../domain/evolve.ts";
import type { CaseRefusal } from "../domain/refusal.ts";
import type { RuleContext } from "../domain/rule-context.ts";
import { hasPost, mainStep } from "../domain/steps.ts";
import { urgingOf } from "../domain/urgings.ts";
import { type CaseVerb, requiredText } from "../verb.ts";

export const Urge = z.object({
  /** Number of the step; without it the main one. */
  step: z.coerce.number("invalid").int("invalid").positive("invalid").optional(),
  text: requiredText,
});
export type Urge = z.infer<typeof Urge>;

/**
 * A leader or division head asks for a step to be done; its holder must answer. Of the unit that holds the step or
 * decides the case, and of the one-stop desk that received it, whose duty the urging is (NĐ 118/2025, Điều 8).
 */
export const urge: CaseVerb<Urge> = {
  name: "urge",
  permission: "case.urge",
  input: Urge,
  may(state, context) {
    const step = stepToUrge(state, undefined, context);
    return step.ok ? undefined : step;
  },
  decide(state, input, context) {
    const step = stepToUrge(state, input.step, context);
    if (!step.ok) return step;
    return ok({
      status: state.status,
      data: { type: "urged", step: step.value.seq, text: input.text },
    });
  },
};

/** Steps that an officer owes, the main one first; what waits for the applicant cannot be urged. */
export function urgeable(state: CaseState): OpenStep[] {
  // While a financial duty is owed the step of the process rests.
  const rests = state.clock.pausedAt !== undefined;
  const owed = state.open.filter((step) => OFFICERS_WORK.has(step.work) && !(rests && isMain(step)));
  const main = mainStep(state);
  return [...owed.filter((step) => step === main), ...owed.filter((step) => step !== main)];
}

const OFFICERS_WORK: ReadonlySet<OpenStep["work"]> = new Set([
  "accept",
  "receive",
  "process",
  "review",
  "approve",
  "issue",
  "opinion",
  "ask-supplement",
]);

/** The step that the actor may urge now: the one asked for, else the first that is not their own. */
function stepToUrge(
  state: CaseState,
  seq: number | undefined,
  context: RuleContext,
): Result<OpenStep, CaseRefusal> {
  if (isFinal(state.status)) return refuse("case-ended");
  const steps = urgeable(state).filter((step) => seq === undefined || step.seq === seq);
  if (steps.length === 0) return refuse("nothing-to-urge");
  const led = steps.filter((step) => heads(state, step, context));
  if (led.length === 0) return refuse("not-your-unit");
  const others = led.filter((step) => !hasPost(context.who, step.unitId, step.post));
  if (others.length === 0) return refuse("urge-own-work");
  const free = others.find((step) => !awaitsAnswer(state, step, context));
  return free === undefined ? refuse("urge-pending") : ok(free);
}

function heads(state: CaseState, step: OpenStep, { who }: RuleContext): boolean {
  return [step.unitId, state.decidingUnitId, state.receivingUnitId].some(
    (unit) => hasPost(who, unit, "leader") || hasPost(who, unit, "division-head"),
  );
}

/** Nothing is sent twice: an unanswered urging keeps the next away for a working day. */
function awaitsAnswer(state: CaseState, step: OpenStep, { calendar, now }: RuleContext): boolean {
  const last = urgingOf(state, step.seq);
  return last !== undefined && last.at > workingDaysBefore(calendar, now, 1);
}
