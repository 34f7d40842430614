import { z } from "zod";
import { ok, refuse } from "../../../kernel/result.ts";
import { CASE_STATUS } from "../domain/case-status.ts";
import { close, following, open, ownStep } from "../domain/steps.ts";
import { type CaseVerb, fileRefs } from "../verb.ts";

export const IssueResult = z.object({ files: fileRefs });
export type IssueResult = z.infer<typeof IssueResult>;

/** The clerk numbers and issues the approved result (4→9): this moment decides whether the case was in time. */
export const issueResult: CaseVerb<IssueResult> = {
  name: "issue",
  permission: "case.issue",
  input: IssueResult,
  paper: "result",
  batch: true,
  may(state, context) {
    const step = ownStep(state, context.who, ["issue"]);
    if (!step.ok) return step;
    if (state.draft === undefined) return refuse("draft-missing");
    return state.approvedBy === undefined ? refuse("not-approved") : undefined;
  },
  decide(state, input, context) {
    const denied = this.may(state, context);
    if (denied) return denied;
    const step = ownStep(state, context.who, ["issue"]);
    if (!step.ok) return step;
    const { draft } = state;
    if (draft === undefined) return refuse("draft-missing");
    return ok({
      status: CASE_STATUS.finished,
      data: {
        type: "result-issued",
        kind: draft.kind,
        number: `${context.paperNumber}/KQ-${context.resultSuffix}`,
        title: draft.title,
        files: [...draft.files, ...input.files],
      },
      closed: [close(step.value, "issued", context)],
      opened: [open(state, following(step.value.processStep, context), context)],
      clock: { kind: "ended" },
    });
  },
};
