import type { WorkingCalendar } from "../../../kernel/working-calendar.ts";
import { acceptanceDue } from "../domain/appointment.ts";
import type { CaseState, OpenStep } from "../domain/case-state.ts";
import { type CalendarsOfCase, causesOf, type RecomputeAnswer } from "./recomputed-due.ts";

/**
 * Whether a declared calendar moves the moment by which an online case must be accepted. No action names the calendar
 * that counted it: of those that give the moment it is the last. Pure.
 * @param calendars of the unit that counts it.
 */
export function recomputeAcceptance(
  { status }: CaseState,
  { seq, openedAt, dueAt: oldDueAt, budgetMinutes }: OpenStep,
  calendars: CalendarsOfCase,
): RecomputeAnswer {
  if (oldDueAt === undefined || budgetMinutes === undefined) return "same";
  const dueBy = (calendar: WorkingCalendar) => acceptanceDue(calendar, openedAt, budgetMinutes);
  const newDueAt = dueBy(calendars.current);
  if (newDueAt === oldDueAt) return "same";
  const all = calendars.all();
  const own = all.findLastIndex(({ calendar }) => dueBy(calendar) === oldDueAt);
  if (own < 0) return "unexplained";
  return {
    oldDueAt,
    newDueAt,
    decision: {
      status,
      data: {
        type: "due-recomputed",
        of: "acceptance",
        oldDueAt,
        newDueAt,
        calendarVersion: calendars.current.version,
        causes: causesOf(dueBy, oldDueAt, all.slice(own + 1)),
      },
      remeasured: [{ seq, dueAt: newDueAt }],
    },
  };
}
