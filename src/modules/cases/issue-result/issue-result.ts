import { z } from "zod";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import type { CaseState } from "../domain/case-state.ts";
import { CASE_STATUS } from "../domain/case-status.ts";
import { type GoneOnSteps, goOn } from "../domain/go-on.ts";
import type { CaseRefusal } from "../domain/refusal.ts";
import type { RuleContext } from "../domain/rule-context.ts";
import { branchesOpen, ownStep } from "../domain/steps.ts";
import { type CaseVerb, fileRefs, given } from "../verb.ts";

export const IssueResult = z.object({ files: fileRefs });
export type IssueResult = z.infer<typeof IssueResult>;

/** The clerk numbers and issues the approved result (4→9): this moment decides whether the case was in time. */
export const issueResult: CaseVerb<IssueResult> = {
  name: "issue",
  permission: "case.issue",
  input: IssueResult,
  ofStep: true,
  paper: "result",
  batch: true,
  may(state, context) {
    const gone = issued(state, context);
    return gone.ok ? undefined : gone;
  },
  decide(state, input, context) {
    const gone = issued(state, context);
    if (!gone.ok) return gone;
    const { draft } = state;
    if (draft === undefined) return refuse("draft-missing");
    const { closed, opened, undone } = gone.value;
    return ok({
      status: CASE_STATUS.finished,
      data: {
        type: "result-issued",
        kind: draft.kind,
        number: `${context.paperNumber}/KQ-${context.resultSuffix}`,
        title: draft.title,
        files: [...draft.files, ...input.files],
      },
      ...given("closed", closed),
      ...given("opened", opened),
      ...given("undone", undone),
      clock: { kind: "ended" },
    });
  },
};

/** What issuing would do now, or why it cannot be done. */
function issued(state: CaseState, context: RuleContext): Result<GoneOnSteps, CaseRefusal> {
  const step = ownStep(state, context, ["issue"]);
  if (!step.ok) return step;
  if (state.draft === undefined) return refuse("draft-missing");
  if (state.approvedBy === undefined) return refuse("not-approved");
  // A result while another branch still works or waits would overtake it.
  return branchesOpen(state, step.value) ?? goOn(state, [{ step: step.value, outcome: "issued" }], context);
}
