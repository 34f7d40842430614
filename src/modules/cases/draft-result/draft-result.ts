import { z } from "zod";
import { ok } from "../../../kernel/result.ts";
import { stateInWork } from "../domain/go-on.ts";
import { ownStep } from "../domain/steps.ts";
import { type CaseVerb, fileRefs, requiredText } from "../verb.ts";

export const DraftResult = z.object({
  kind: z.enum(["granted", "refused"], { error: "required" }),
  title: requiredText,
  content: requiredText,
  files: fileRefs,
});
export type DraftResult = z.infer<typeof DraftResult>;

/** Writes what shall be decided; a refusal is a result too, with its reasons (NĐ 61/2018, Điều 19 khoản 8). */
export const draftResult: CaseVerb<DraftResult> = {
  name: "draft-result",
  permission: "case.draft-result",
  input: DraftResult,
  may(state, context) {
    const step = ownStep(state, context, ["process"], "draft-result");
    return step.ok ? undefined : step;
  },
  decide(state, input, context) {
    const denied = this.may(state, context);
    if (denied) return denied;
    return ok({ status: stateInWork(state), data: { type: "result-drafted", draft: input } });
  },
};
