import { ok, type Result } from "../../../kernel/result.ts";
import type { Actor } from "../../../platform/permission.ts";
import type { CasesDeps } from "../cases-deps.ts";
import { acceptanceDue } from "../domain/appointment.ts";
import type { CaseState } from "../domain/case-state.ts";
import { CASE_STATUS } from "../domain/case-status.ts";
import type { CaseRefusal } from "../domain/refusal.ts";
import { beginCase } from "../receive-case/receive-case.ts";
import type { ReceiveCase } from "../receive-case/receive-input.ts";
import { submission } from "../receive-case/submission.ts";

/**
 * Registers a case that was filed online (∅→1). No time limit runs yet: the desk must accept it, ask for papers or
 * refuse within the hours of the rules in force (eight), which are a step of its own and run while the desk receives.
 */
export function registerOnline(
  deps: CasesDeps,
  actor: Actor,
  submitted: ReceiveCase,
): Promise<Result<CaseState, CaseRefusal>> {
  const input = { ...submitted, channel: "online" as const };
  return beginCase(deps, actor, "case.register-online", input, async ({ matter, context }, code) => {
    const budgetMinutes = context.rules.acceptOnlineWithinWorkingMinutes;
    const calendar = deps.calendarOf(input.receivingUnitId);
    return ok([
      {
        status: CASE_STATUS.registered,
        data: { type: "registered", ...submission(input, matter, code) },
        opened: [
          {
            seq: 1,
            processStep: "accept",
            work: "accept",
            unitId: input.receivingUnitId,
            post: "desk-officer",
            dueAt: acceptanceDue(calendar, context.now, budgetMinutes),
            budgetMinutes,
          },
        ],
      },
    ]);
  });
}
