import { z } from "zod";
import { ok } from "../../../kernel/result.ts";
import { dueProperty, resumedAppointment } from "../domain/appointment.ts";
import { CASE_STATUS } from "../domain/case-status.ts";
import { close, ownStep } from "../domain/steps.ts";
import { type CaseVerb, fileRefs, requiredText } from "../verb.ts";

export const ConfirmPayment = z.object({ receipt: requiredText, files: fileRefs });
export type ConfirmPayment = z.infer<typeof ConfirmPayment>;

/** The proof of payment has come (6→4): the time that was left goes on, a second appointment follows. */
export const confirmPayment: CaseVerb<ConfirmPayment> = {
  name: "confirm-payment",
  permission: "case.financial-duty",
  input: ConfirmPayment,
  may(state, context) {
    const step = ownStep(state, context.who, ["await-payment"]);
    return step.ok ? undefined : step;
  },
  decide(state, input, context) {
    const step = ownStep(state, context.who, ["await-payment"]);
    if (!step.ok) return step;
    return ok({
      status: CASE_STATUS.processing,
      data: { type: "financial-duty-paid", receipt: input.receipt, files: input.files },
      closed: [close(step.value, "paid", context)],
      clock: {
        kind: "resumed",
        ...dueProperty(resumedAppointment(state, context)),
        calendar: context.calendar.version,
      },
    });
  },
};
