import { deadline, dueAfterDaysOff } from "../../../kernel/deadline.ts";
import type { DeadlineRules } from "../../../kernel/deadline-rules.ts";
import type { Instant } from "../../../kernel/time.ts";
import { countsRestDays } from "../../../kernel/time-limit.ts";
import { dueAfterPause } from "../../../kernel/working-calendar.ts";
import type { Matter } from "./case-action.ts";
import type { CaseState } from "./case-state.ts";
import type { RuleContext } from "./rule-context.ts";

/** The limit by which the appointment at receipt is counted: of two appointments the first. */
export function limitAtReceipt(matter: Matter): Matter["limit"] {
  return matter.appointments?.first ?? matter.limit;
}

/** When the result is owed for a matter whose clock starts at `from`; undefined: the procedure has no appointment. */
export function appointment(matter: Matter, from: Instant, context: RuleContext): Instant | undefined {
  const limit = limitAtReceipt(matter);
  if (limit === undefined) return undefined;
  return deadline({
    from,
    limit,
    calendar: context.calendar,
    rules: rulesFor(matter, context.rules),
    ...(matter.extraWorkingDays === undefined ? {} : { extraWorkingDays: matter.extraWorkingDays }),
  }).dueAt;
}

/** The second of two appointments, counted from the proof of payment; the days of mountain communes are in the first. */
export function secondAppointment(matter: Matter, context: RuleContext): Instant | undefined {
  if (matter.appointments === undefined) return undefined;
  const { calendar, rules, now } = context;
  return deadline({ from: now, limit: matter.appointments.second, calendar, rules }).dueAt;
}

/** The rules by which a matter is counted: those in force, with what the matter's own law says about the cut-off. */
export function rulesFor(
  { cutoffShifts }: Pick<Matter, "cutoffShifts">,
  rules: DeadlineRules,
): DeadlineRules {
  return cutoffShifts === true ? { ...rules, cutoffShiftsLongLimits: true } : rules;
}

/** As an optional property: `{}` where there is no appointment. */
export function dueProperty(dueAt: Instant | undefined): { readonly dueAt?: Instant } {
  return dueAt === undefined ? {} : { dueAt };
}

export type ResumedAppointment = { readonly dueAt?: Instant; readonly carried?: "days" };

/**
 * After a pause that resumes (a financial duty): what was left is left again, calendar days of a limit in calendar days
 * or months, else working time.
 */
export function resumedAppointment(
  { clock, matter }: CaseState,
  { calendar, now }: RuleContext,
): ResumedAppointment {
  const { pausedAt, dueBeforePause, secondFrom } = clock;
  if (pausedAt === undefined || dueBeforePause === undefined) return {};
  const limit = secondFrom === undefined ? limitAtReceipt(matter) : matter.appointments?.second;
  return limit !== undefined && countsRestDays(limit)
    ? { dueAt: dueAfterDaysOff(calendar, dueBeforePause, pausedAt, now).dueAt, carried: "days" }
    : { dueAt: dueAfterPause(calendar, dueBeforePause, pausedAt, now) };
}
