import { z } from "zod";
import { apologyOwedFrom } from "../../../kernel/apology-owed.ts";
import { ok, refuse } from "../../../kernel/result.ts";
import { endOfWorkingDay, isWorkingDay } from "../../../kernel/working-calendar.ts";
import type { CaseState } from "../domain/case-state.ts";
import type { RuleContext } from "../domain/rule-context.ts";
import { leads } from "../domain/steps.ts";
import { localDate } from "../local-date-field.ts";
import { type CaseVerb, given, requiredText } from "../verb.ts";

export const Apologise = z.object({ reason: requiredText, newDate: localDate });
export type Apologise = z.infer<typeof Apologise>;

/**
 * The unit says sorry and names a new date (Mẫu 04; NĐ 61/2018 Điều 19 khoản 9): once per case. The first appointment
 * stays in the history and late stays late; the new date stands beside it. One that comes later than one working day
 * before the appointment is possible and stays marked as late.
 */
export const apologise: CaseVerb<Apologise> = {
  name: "apologise",
  permission: "case.apologise",
  input: Apologise,
  paper: "apology",
  may(state, context) {
    if (state.status !== 2 && state.status !== 4) return refuse("wrong-state");
    if (state.clock.dueAt === undefined) return refuse("no-appointment");
    if (state.apologies >= context.rules.maxApologies) return refuse("apology-used");
    return leads(state, context.who);
  },
  decide(state, input, context) {
    const denied = this.may(state, context);
    if (denied) return denied;
    if (!isWorkingDay(context.calendar, input.newDate)) return refuse("new-date-not-working");
    const newDueAt = endOfWorkingDay(context.calendar, input.newDate);
    if (newDueAt <= context.now || newDueAt <= (state.clock.dueAt ?? 0)) return refuse("new-date-not-later");
    return ok({
      status: state.status,
      data: {
        type: "apologised",
        reason: input.reason,
        newDueAt,
        paperNumber: context.paperNumber,
        ...given("owedSinceAt", lateSince(state, context)),
      },
      clock: { kind: "re-dated", dueAt: newDueAt, calendar: context.calendar.version },
    });
  },
};

/** Since when the apology had been owed, where that moment has passed. */
function lateSince({ clock }: CaseState, { calendar, rules, now }: RuleContext): number | undefined {
  const { startedAt, dueAt } = clock;
  if (startedAt === undefined || dueAt === undefined) return undefined;
  const owed = apologyOwedFrom({ startedAt, dueAt }, calendar, rules.apologyBeforeWorkingDays);
  return now > owed ? owed : undefined;
}
