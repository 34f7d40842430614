import { type Instant, type LocalDate, localDateOf } from "../../../kernel/time.ts";
import {
  addWorkingMinutes,
  nextWorkingDay,
  type WorkingCalendar,
  workingMinutesBetween,
} from "../../../kernel/working-calendar.ts";

/** A step of the process as the plan sees it. */
export type PlannedStep = { readonly id: string; readonly work: string; readonly budgetMinutes: number };

/**
 * The day that is proposed instead: the budgets of the steps that are left, counted from now; for the open step what is
 * left of it, and half of it where nothing is. Always a working day after both today and the missed appointment.
 * @param openStep id of the open step in the process; a step that it does not know leaves the whole process.
 */
export function proposedDate(
  steps: readonly PlannedStep[],
  openStep: { readonly id: string; readonly openedAt: Instant } | undefined,
  dueAt: Instant,
  now: Instant,
  calendar: WorkingCalendar,
): LocalDate {
  const index = steps.findIndex((step) => step.id === openStep?.id);
  const left = steps.slice(Math.max(0, index)).filter((step) => step.work !== "return");
  const minutes = left.reduce((sum, step, place) => {
    if (place > 0 || index < 0 || openStep === undefined) return sum + step.budgetMinutes;
    const rest = step.budgetMinutes - workingMinutesBetween(calendar, openStep.openedAt, now);
    return sum + (rest > 0 ? rest : Math.ceil(step.budgetMinutes / 2));
  }, 0);
  const done = localDateOf(addWorkingMinutes(calendar, now, minutes));
  const after = nextWorkingDay(calendar, localDateOf(Math.max(now, dueAt)));
  return done < after ? after : done;
}
