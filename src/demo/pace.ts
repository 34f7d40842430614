import type { Instant } from "../kernel/time.ts";
import { addWorkingMinutes, type WorkingCalendar } from "../kernel/working-calendar.ts";
import type { SeededRandom } from "./seeded-random.ts";

/** A few units are overloaded, a few are quick: the same ones on every day of a seed. */
export function paceOf(unitCode: string): number {
  let sum = 0;
  for (const letter of unitCode) sum = (sum * 31 + letter.charCodeAt(0)) % 997;
  if (sum % 13 === 0) return 1.9;
  return sum % 5 === 0 ? 0.6 : 1;
}

/** How much of its budget each kind of work usually takes; appraising is what drags. */
const USUAL: Readonly<Record<string, number>> = {
  receive: 0.25,
  process: 0.6,
  review: 0.5,
  approve: 0.45,
  issue: 0.4,
  opinion: 0.8,
  "ask-supplement": 0.3,
};

/** When the officer gets round to a step: mostly within its budget, now and then far beyond. Always in working time. */
export function workedAt(
  step: { readonly work: string; readonly unit: string; readonly budgetMinutes: number },
  now: Instant,
  calendar: WorkingCalendar,
  random: SeededRandom,
): Instant {
  const usual = USUAL[step.work] ?? 0.5;
  const spread = 0.35 + random.next() * 1.1;
  const stuck = random.chance(0.06) ? random.between(3, 9) : 1;
  const minutes = Math.max(1, Math.round(step.budgetMinutes * usual * spread * stuck * paceOf(step.unit)));
  return addWorkingMinutes(calendar, now, minutes);
}
