import { limitInWorkingMinutes, MINUTES_OF_A_WORKING_DAY } from "../../../kernel/time-limit.ts";
import type { Matter } from "./case-action.ts";

type Timed = { readonly budgetMinutes: number; readonly uncounted?: string };

/**
 * The steps of a process with the time that they have in a matter to which days are added (the ten of mountain communes).
 * Each counted step gets its share of them in proportion to its budget; what is rounded is carried on in reading order,
 * so that budgets which added up to the limit add up to the stretched limit to the minute. Time that does not count stays.
 * Where the limit is not of hours or working days, the share is taken of all budgets together.
 */
export function stretchedSteps<Step extends Timed>(
  steps: readonly Step[],
  { limit, extraWorkingDays }: Pick<Matter, "limit" | "extraWorkingDays">,
): readonly Step[] {
  if (extraWorkingDays === undefined || extraWorkingDays === 0) return steps;
  const sum = steps.filter(isCounted).reduce((minutes, step) => minutes + step.budgetMinutes, 0);
  const whole = (limit && limitInWorkingMinutes(limit)) ?? sum;
  const factor = (whole + extraWorkingDays * MINUTES_OF_A_WORKING_DAY) / whole;
  let before = 0;
  return steps.map((step) => {
    if (!isCounted(step)) return step;
    const start = Math.round(before * factor);
    before += step.budgetMinutes;
    return { ...step, budgetMinutes: Math.round(before * factor) - start };
  });
}

function isCounted(step: Timed): boolean {
  return step.uncounted === undefined;
}
