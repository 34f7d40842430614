import { z } from "zod";
import { parseMoney } from "../../../kernel/money.ts";
import { ok, refuse } from "../../../kernel/result.ts";
import { CASE_STATUS } from "../domain/case-status.ts";
import { openSide, ownStep } from "../domain/steps.ts";
import { type CaseVerb, requiredText } from "../verb.ts";

const amount = z.union([z.number(), z.string()], { error: "required" }).transform((value, check) => {
  const parsed = typeof value === "number" ? value : moneyOf(value);
  if (parsed === undefined || !Number.isSafeInteger(parsed) || parsed <= 0) {
    check.addIssue({ code: "custom", message: "not-an-amount" });
    return z.NEVER;
  }
  return parsed;
});

function moneyOf(text: string): number | undefined {
  const parsed = parseMoney(text);
  return parsed.ok ? parsed.value : undefined;
}

export const NoteFinancialDuty = z.object({ name: requiredText, amount, notice: requiredText });
export type NoteFinancialDuty = z.infer<typeof NoteFinancialDuty>;

/** The applicant owes a tax or fee before the case can go on (4→6); the clock stands until it is paid. */
export const noteFinancialDuty: CaseVerb<NoteFinancialDuty> = {
  name: "note-financial-duty",
  permission: "case.financial-duty",
  input: NoteFinancialDuty,
  may(state, context) {
    const step = ownStep(state, context, ["process"], "financial-duty");
    if (!step.ok) return step;
    return state.open.some((side) => side.work === "ask-supplement")
      ? refuse("supplement-pending")
      : undefined;
  },
  decide(state, input, context) {
    const denied = this.may(state, context);
    if (denied) return denied;
    return ok({
      status: CASE_STATUS.financialDuty,
      data: { type: "financial-duty-noted", ...input },
      opened: [
        openSide(state, { work: "await-payment", unitId: state.receivingUnitId, post: "desk-officer" }),
      ],
      clock: { kind: "paused", why: "financial-duty" },
    });
  },
};
