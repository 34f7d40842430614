import { ok, type Result } from "../../../kernel/result.ts";
import { writeAudit } from "../../../platform/audit.ts";
import type { Actor } from "../../../platform/permission.ts";
import { caseDetail } from "../case-detail/case-detail.query.ts";
import type { CasesDeps } from "../cases-deps.ts";
import { consumptionFor } from "../consumption-for.ts";
import type { Consumption } from "../domain/consumption.ts";
import type { CaseRefusal } from "../domain/refusal.ts";
import { explainCase } from "./explain-case.ts";
import type { DeadlineExplanation } from "./explain-deadline.ts";

export type ExplainedCase = {
  readonly code: string;
  readonly explanation: DeadlineExplanation;
  readonly consumption: Consumption;
};

/** The explanation for an officer who may read the case; the reading is logged, a refusal leaves an audit entry alone. */
export async function explainForOfficer(
  deps: CasesDeps,
  actor: Actor,
  caseId: string,
): Promise<Result<ExplainedCase, CaseRefusal>> {
  const detail = await caseDetail(deps, actor, caseId);
  if (!detail.ok) {
    const entry = { command: "case.explain", subject: caseId, outcome: detail.refusal };
    await writeAudit(deps.database.pool, { at: deps.clock(), actor, ...entry });
    return detail;
  }
  const { state, actions, context } = detail.value;
  const explanation = await explainCase(deps, actions);
  const consumption = await consumptionFor(deps, actions, context.now);
  return ok({ code: state.code, explanation, consumption });
}
