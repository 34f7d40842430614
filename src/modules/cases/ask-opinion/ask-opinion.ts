import { z } from "zod";
import { endOfTerm } from "../../../kernel/deadline.ts";
import { ok, refuse } from "../../../kernel/result.ts";
import type { CaseState } from "../domain/case-state.ts";
import { stateInWork } from "../domain/go-on.ts";
import type { RuleContext } from "../domain/rule-context.ts";
import { askedOpinions, openSide, ownStep } from "../domain/steps.ts";
import { type CaseVerb, given, optionalText, requiredText } from "../verb.ts";

export const AskOpinion = z.object({
  unitId: z.coerce.number({ error: "required" }).int("invalid").positive("required"),
  question: requiredText,
  /** The article by which who does not answer in time has agreed; without one the case then goes on without an answer. */
  silenceBasis: optionalText,
  workingDays: z.coerce.number().int("invalid").min(1, "invalid").max(30, "invalid").default(3),
});
export type AskOpinion = z.infer<typeof AskOpinion>;

/**
 * Asks another unit's opinion with a date for the answer, which may come until its last day ends; the clock goes on
 * (NĐ 61/2018, Điều 19 khoản 5).
 */
export const askOpinion: CaseVerb<AskOpinion> = {
  name: "ask-opinion",
  permission: "case.ask-opinion",
  input: AskOpinion,
  ofStep: true,
  prepare(deps, _state, input) {
    const asked = deps.directory.findUnit(input.unitId);
    if (asked === undefined) return refuse("unit-unknown");
    if (asked.endedOn !== undefined) return refuse("unit-ended");
    // Without a specialist nobody could answer and the step would only wait for its time to run out.
    const answers = deps.directory.officersIn(input.unitId, "specialist").length > 0;
    return answers ? ok(input) : refuse("opinion-unit-invalid");
  },
  may(state, context) {
    const step = asking(state, context);
    if (!step.ok) return step;
    return askedOpinions(state, step.value).length > 0 ? refuse("opinion-pending") : undefined;
  },
  decide(state, input, context) {
    const denied = this.may(state, context);
    if (denied) return denied;
    const step = asking(state, context);
    if (!step.ok) return step;
    if (input.unitId === step.value.unitId) return refuse("opinion-unit-invalid");
    const silenceBasis = input.silenceBasis || undefined;
    const budgetMinutes = input.workingDays * 480;
    const dueAt = endOfTerm(context.calendar, context.now, input.workingDays);
    return ok({
      status: stateInWork(state),
      data: {
        type: "opinion-asked",
        unitId: input.unitId,
        question: input.question,
        answerDueAt: dueAt,
        ...given("silenceBasis", silenceBasis),
      },
      opened: [
        openSide(state, {
          work: "opinion",
          unitId: input.unitId,
          post: "specialist",
          dueAt,
          budgetMinutes,
          beside: step.value.seq,
          ...(silenceBasis === undefined ? {} : { silence: "consent" as const }),
        }),
      ],
    });
  },
};

/** The step whose holder asks. */
function asking(state: CaseState, context: RuleContext) {
  return ownStep(state, context, ["process", "review", "approve"], "ask-opinion");
}
