import { z } from "zod";
import { ok, refuse } from "../../../kernel/result.ts";
import { dueProperty } from "../domain/appointment.ts";
import { CASE_STATUS } from "../domain/case-status.ts";
import { open, undoneBy } from "../domain/go-on.ts";
import { closeAll, hasPost } from "../domain/steps.ts";
import { type CaseVerb, requiredText } from "../verb.ts";

export const RecallResult = z.object({ reason: requiredText });
export type RecallResult = z.infer<typeof RecallResult>;

/** Takes an issued result back before it was handed over, because it holds an error (9→4); the clock runs on. */
export const recallResult: CaseVerb<RecallResult> = {
  name: "recall-result",
  permission: "case.recall-result",
  input: RecallResult,
  may(state, context) {
    if (state.status !== CASE_STATUS.finished) return refuse("wrong-state");
    const issuer = state.done.at(-1);
    if (issuer === undefined) return refuse("no-earlier-step");
    const issued =
      hasPost(context.who, issuer.unitId, "clerk") || hasPost(context.who, issuer.unitId, "leader");
    return issued ? undefined : refuse("not-your-unit");
  },
  decide(state, input, context) {
    const denied = this.may(state, context);
    if (denied) return denied;
    const drafted = state.done.findLast((done) => context.walk.find(done.processStep)?.work === "process");
    const facts =
      drafted === undefined
        ? context.process.findLast((step) => step.work === "process")
        : context.walk.find(drafted.processStep);
    if (facts === undefined) return refuse("no-earlier-step");
    const drafting = open(state, facts, context);
    if (!drafting.ok) return drafting;
    return ok({
      status: CASE_STATUS.processing,
      data: { type: "result-recalled", reason: input.reason },
      closed: closeAll(state, "recalled", context),
      opened: [drafting.value],
      undone: undoneBy([drafting.value], state, context),
      clock: { kind: "reopened", ...dueProperty(state.clock.dueAt) },
    });
  },
};
