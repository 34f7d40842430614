import { deadline, dueAfterDaysOff } from "../../../kernel/deadline.ts";
import { type DeadlineRules, rulesById } from "../../../kernel/deadline-rules.ts";
import { intakeCalendar } from "../../../kernel/intake-calendar.ts";
import type { Instant } from "../../../kernel/time.ts";
import { countsRestDays } from "../../../kernel/time-limit.ts";
import { addWorkingMinutes, dueAfterPause, type WorkingCalendar } from "../../../kernel/working-calendar.ts";
import type { GroupTotal, Matter } from "./case-action.ts";
import type { CaseState } from "./case-state.ts";
import type { RuleContext } from "./rule-context.ts";

/** The limit by which the appointment at receipt is counted: of two appointments the first. */
export function limitAtReceipt(matter: Matter): Matter["limit"] {
  return matter.appointments?.first ?? matter.limit;
}

/**
 * When the result is owed for a matter whose clock starts at `from`; undefined: the procedure has no appointment.
 * @param total of a member of a group: the time of the whole.
 */
export function appointment(
  matter: Matter,
  from: Instant,
  context: RuleContext,
  total?: GroupTotal,
): Instant | undefined {
  const limit = limitAtReceipt(matter);
  if (limit === undefined) return undefined;
  const { calendar } = context;
  const own = deadline({
    from,
    limit,
    calendar,
    rules: rulesFor(matter, context.rules),
    ...(matter.extraWorkingDays === undefined ? {} : { extraWorkingDays: matter.extraWorkingDays }),
  }).dueAt;
  return cappedBy(total, from, own, calendar)?.dueAt ?? own;
}

/** The end of the time of a whole group, where it comes before the date that a member has of its own. */
export type Cap = { readonly total: GroupTotal; readonly dueAt: Instant; readonly ownDueAt: Instant };

/**
 * Whether the time of the whole group ends the time of a member (NĐ 63/2024: three working days in total, five with a
 * verification); undefined: the member keeps its own date, also where it begins after that end. Pure.
 */
export function cappedBy(
  total: GroupTotal | undefined,
  from: Instant,
  ownDueAt: Instant,
  calendar: WorkingCalendar,
): Cap | undefined {
  if (total === undefined) return undefined;
  const rules = rulesFor(total, rulesById(total.rules));
  const { dueAt } = deadline({ from: total.sinceAt, limit: total.limit, calendar, rules });
  return dueAt > from && dueAt < ownDueAt ? { total, dueAt, ownDueAt } : undefined;
}

/**
 * By when the desk must accept a case that was filed online: so many minutes of its hours of intake later.
 * @param calendar the desk's own.
 */
export function acceptanceDue(
  calendar: WorkingCalendar,
  filedAt: Instant,
  withinWorkingMinutes: number,
): Instant {
  return addWorkingMinutes(intakeCalendar(calendar), filedAt, withinWorkingMinutes);
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
