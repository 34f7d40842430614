import { z } from "zod";
import { ok, refuse } from "../../../kernel/result.ts";
import { appointment, dueProperty } from "../domain/appointment.ts";
import { CASE_STATUS } from "../domain/case-status.ts";
import { begin } from "../domain/go-on.ts";
import { close, ownStep } from "../domain/steps.ts";
import { type CaseVerb, given } from "../verb.ts";

export const AcceptCase = z.object({});
export type AcceptCase = z.infer<typeof AcceptCase>;

/**
 * The desk accepts an online case (1→2, Mẫu 01): its time limit begins now. It has eight working hours for it; a later
 * acceptance is possible and stays marked as late.
 */
export const acceptCase: CaseVerb<AcceptCase> = {
  name: "accept",
  permission: "case.accept",
  input: AcceptCase,
  paper: "receipt",
  may(state, context) {
    if (state.status !== CASE_STATUS.registered) return refuse("nothing-to-accept");
    const step = ownStep(state, context, ["accept"]);
    return step.ok ? undefined : step;
  },
  decide(state, _input, context) {
    const denied = this.may(state, context);
    if (denied) return denied;
    const step = ownStep(state, context, ["accept"]);
    if (!step.ok) return step;
    const opened = begin(state, context);
    if (!opened.ok) return opened;
    const { dueAt: owed = context.now } = step.value;
    return ok({
      status: CASE_STATUS.received,
      data: {
        type: "accepted",
        paperNumber: context.paperNumber,
        ...given("owedSinceAt", context.now > owed ? owed : undefined),
      },
      closed: [close(step.value, "accepted", context)],
      opened: opened.value,
      clock: {
        kind: "started",
        ...dueProperty(appointment(state.matter, context.now, context)),
        calendar: context.calendar.version,
        rules: context.rules.id,
      },
    });
  },
};
