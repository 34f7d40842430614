import { z } from "zod";
import { apologyOwedFrom } from "../../../kernel/apology-owed.ts";
import { ok, refuse } from "../../../kernel/result.ts";
import { type Instant, localDateOf } from "../../../kernel/time.ts";
import { endOfWorkingDay, isWorkingDay } from "../../../kernel/working-calendar.ts";
import type { CaseState } from "../domain/case-state.ts";
import type { RuleContext } from "../domain/rule-context.ts";
import { hasPost, mainStep, mainSteps } from "../domain/steps.ts";
import { localDate } from "../local-date-field.ts";
import { type CaseVerb, given, requiredText } from "../verb.ts";

export const Apologise = z.object({ reason: requiredText, newDate: localDate });
export type Apologise = z.infer<typeof Apologise>;

/**
 * The unit says sorry and names a new date (Mẫu 04; NĐ 61/2018 Điều 19 khoản 9): once per case. The first appointment
 * stays in the history and late stays late; the new date stands beside it. One that comes later than one working day
 * before the appointment is possible and stays marked as late; one that comes earlier is lawful ("chậm nhất").
 */
export const apologise: CaseVerb<Apologise> = {
  name: "apologise",
  permission: "case.apologise",
  input: Apologise,
  paper: "apology",
  paperUnit: signingUnit,
  may(state, context) {
    if (state.status !== 2 && state.status !== 4) return refuse("wrong-state");
    if (state.clock.dueAt === undefined) return refuse("no-appointment");
    if (state.apologies >= context.rules.maxApologies) return refuse("apology-used");
    return this.paperUnit?.(state, context) === undefined ? refuse("not-your-unit") : undefined;
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
        ...given("unitId", this.paperUnit?.(state, context)),
        paperNumber: context.paperNumber,
        ...given("owedSinceAt", missedSince(state, context)),
      },
      clock: { kind: "re-dated", dueAt: newDueAt, calendar: context.calendar.version },
    });
  },
};

/**
 * The same from the draft that is addressed to this unit, which may be one above where nobody leads below. Only while
 * the apology is owed: the draft itself asks for it, and the date may have moved away since.
 */
export function apologiseFromDraft(unitId: number | undefined): CaseVerb<Apologise> {
  return {
    ...apologise,
    paperUnit: (state, context) =>
      unitId !== undefined && hasPost(context.who, unitId, "leader") ? unitId : signingUnit(state, context),
    may(state, context) {
      const denied = apologise.may.call(this, state, context);
      if (denied) return denied;
      const owedFrom = owedSince(state, context);
      return owedFrom === undefined || context.now < owedFrom ? refuse("apology-not-owed") : undefined;
    },
  };
}

/**
 * In whose name the actor says sorry: the unit that holds the case, of a group the desk that follows it, else the one
 * that decides; of these the first that they lead.
 */
function signingUnit(state: CaseState, { who }: RuleContext): number | undefined {
  const main = mainStep(state);
  const follows = state.open.filter((step) => step.work === "coordinate");
  const holding = [...(main === undefined ? [] : [main]), ...mainSteps(state), ...follows];
  const units = [...holding.map((step) => step.unitId), state.decidingUnitId];
  return units.find((unit) => hasPost(who, unit, "leader"));
}

/** Since when an apology that is made now is late; undefined: it is in time, as on the whole of the last day for it. */
function missedSince(state: CaseState, context: RuleContext): Instant | undefined {
  const owedFrom = owedSince(state, context);
  if (owedFrom === undefined || context.now <= owedFrom) return undefined;
  const lastDay = owedFrom === state.clock.dueAt ? undefined : localDateOf(owedFrom);
  return lastDay === localDateOf(context.now) ? undefined : owedFrom;
}

/** From when on the apology is owed. */
function owedSince({ clock }: CaseState, { calendar, rules }: RuleContext): Instant | undefined {
  const { startedAt, dueAt } = clock;
  if (startedAt === undefined || dueAt === undefined) return undefined;
  return apologyOwedFrom({ startedAt, dueAt }, calendar, rules.apologyBeforeWorkingDays);
}
