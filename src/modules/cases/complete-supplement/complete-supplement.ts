import { z } from "zod";
import { ok } from "../../../kernel/result.ts";
import { appointment, dueProperty, resumedAppointment } from "../domain/appointment.ts";
import { CASE_STATUS } from "../domain/case-status.ts";
import { begin } from "../domain/go-on.ts";
import { close, ownStep } from "../domain/steps.ts";
import { type CaseVerb, fileRefs, given, lines } from "../verb.ts";

export const CompleteSupplement = z.object({ papers: lines, files: fileRefs });
export type CompleteSupplement = z.infer<typeof CompleteSupplement>;

/**
 * What was missing has come (5→2). The time limit is counted anew from zero and a new receipt is printed (NĐ 61/2018,
 * Điều 19 khoản 4); under rules that resume, the remaining time goes on.
 */
export const completeSupplement: CaseVerb<CompleteSupplement> = {
  name: "complete-supplement",
  permission: "case.supplement",
  input: CompleteSupplement,
  paper: "receipt",
  may(state, context) {
    const step = ownStep(state, context, ["await-supplement"]);
    return step.ok ? undefined : step;
  },
  decide(state, input, context) {
    const step = ownStep(state, context, ["await-supplement"]);
    if (!step.ok) return step;
    const opened = begin(state, context);
    if (!opened.ok) return opened;
    const papers = input.papers.map((name, index) => ({
      name,
      form: "original" as const,
      count: 1,
      files: index === 0 ? input.files : [],
    }));
    const fresh = context.rules.supplement === "restart" || state.clock.startedAt === undefined;
    // With its own time that of the whole group is counted anew for a member.
    const within = state.clock.within && { ...state.clock.within, sinceAt: context.now };
    const due = fresh
      ? dueProperty(appointment(state.matter, context.now, context, within))
      : resumedAppointment(state, context);
    return ok({
      status: CASE_STATUS.received,
      data: { type: "supplement-completed", papers, paperNumber: context.paperNumber },
      closed: [close(step.value, "completed", context)],
      opened: opened.value,
      clock: {
        kind: state.clock.startedAt === undefined ? "started" : "restarted",
        ...due,
        calendar: context.calendar.version,
        rules: context.rules.id,
        ...given("within", fresh ? within : state.clock.within),
      },
    });
  },
};
