import { endOfTerm, isBeforeCutoff } from "./deadline.ts";
import type { DeadlineRules } from "./deadline-rules.ts";
import { type Instant, instantOf, localDateOf } from "./time.ts";
import { MINUTES_OF_A_WORKING_DAY } from "./time-limit.ts";
import {
  addWorkingMinutes,
  dueAfterPause,
  endOfWorkingDay,
  isWorkingDay,
  nextWorkingDay,
  type WorkingCalendar,
} from "./working-calendar.ts";

type Law = { readonly calendar: WorkingCalendar; readonly rules: DeadlineRules };
/** A step: its kind of work, and its working time in minutes. */
type Given = { readonly work: string; readonly budgetMinutes: number };

/**
 * When a step that opens at a moment is due: when its budget of working time is used up, to the minute. Two laws say more.
 * A term of whole working days for an opinion ends with the last of them and not at the hour at which it was asked
 * (BLDS 2015 Điều 147 khoản 2): silence takes the right to speak away, and may be consent. The desk passes a case on
 * within the working day of its receipt, or early on the next (NĐ 61/2018 Điều 18), where its budget is not up before:
 * the budget is a promise of the unit and may be shorter than the law, never longer. Budgets themselves stay, hence
 * what they add up to and what the case is due by does not change. Pure.
 */
export function stepDue({ work, budgetMinutes }: Given, from: Instant, { calendar, rules }: Law): Instant {
  if (isInDays({ work, budgetMinutes }))
    return endOfTerm(calendar, from, budgetMinutes / MINUTES_OF_A_WORKING_DAY);
  const due = addWorkingMinutes(calendar, from, budgetMinutes);
  return work === "receive" ? Math.min(due, passedOnBy(from, { calendar, rules })) : due;
}

/** Where a step stands after a pause: the working time that was left is left again; days end with their last one. */
export function stepDueAfterPause(
  step: Given,
  dueAt: Instant,
  pause: { readonly at: Instant; readonly until: Instant },
  calendar: WorkingCalendar,
): Instant {
  const due = dueAfterPause(calendar, dueAt, pause.at, pause.until);
  return isInDays(step) && due !== dueAt ? endOfWorkingDay(calendar, localDateOf(due)) : due;
}

function isInDays({ work, budgetMinutes }: Given): boolean {
  return work === "opinion" && budgetMinutes > 0 && budgetMinutes % MINUTES_OF_A_WORKING_DAY === 0;
}

/** By when the desk passes on what it receives at a moment; on a day of rest it is the next day's receipt. */
function passedOnBy(from: Instant, { calendar, rules }: Law): Instant {
  const day = localDateOf(from);
  if (isBeforeCutoff(from, calendar, rules)) return endOfWorkingDay(calendar, day);
  const next = nextWorkingDay(calendar, day);
  if (!isWorkingDay(calendar, day)) return endOfWorkingDay(calendar, next);
  return addWorkingMinutes(calendar, instantOf(next, 0), rules.passOnNextDayWithinMinutes);
}
