import type { Instant } from "../../../kernel/time.ts";
import type { WorkingCalendar } from "../../../kernel/working-calendar.ts";
import { givenMinutes, runningMinutes, type Span } from "./running-time.ts";

/** A piece of work on a case, done or still open. */
export type WorkedStep = {
  readonly seq: number;
  readonly work: string;
  readonly unitId: number;
  readonly post: string;
  readonly openedAt: Instant;
  readonly closedAt: Instant | null;
  readonly dueAt: Instant | null;
  readonly budgetMinutes?: number | null;
  /** Its time does not count: the clock of the case stood while it was open. */
  readonly uncounted?: boolean;
};

/** What a step took against what it was given, in working minutes. */
export type StepShare = {
  readonly seq: number;
  readonly work: string;
  readonly unitId: number;
  readonly post: string;
  readonly closedAt: Instant | null;
  readonly budget: number | undefined;
  readonly consumed: number;
  /** Beyond the budget; never negative, and 0 where there is no budget. */
  readonly overrun: number;
};

/** The authority waits for the applicant: papers, a payment, the fetching of the result. Nobody's delay. */
const APPLICANTS: ReadonlySet<string> = new Set(["await-supplement", "await-payment", "return"]);

/** The owner of an interconnected group waits for its members: each of these has steps, and a delay of its own. */
const COORDINATE = "coordinate";

/**
 * Attributes the time of a case to its steps, hence to their units and posts. Time in which the applicant was waited for
 * is taken out of every step, also of one that stayed open meanwhile. Where steps follow one another, what they consumed
 * adds up to what the case consumed; the overruns add up to at least what it took beyond the sum of its budgets, since
 * what one saved does not excuse another. Steps side by side (an opinion) count for each.
 */
export function attributeDelay(
  steps: readonly WorkedStep[],
  calendar: WorkingCalendar,
  now: Instant,
): StepShare[] {
  const waits = waitsOf(steps, now);
  return steps
    .filter((step) => !isWait(step) && step.work !== COORDINATE)
    .map((step) => {
      const { seq, work, unitId, post, openedAt, closedAt } = step;
      const consumed = runningMinutes(calendar, { from: openedAt, to: closedAt ?? now }, waits);
      const budget = givenMinutes(calendar, step, waits);
      const overrun = budget === undefined ? 0 : Math.max(0, consumed - budget);
      return { seq, work, unitId, post, closedAt, budget, consumed, overrun };
    });
}

/** Working minutes for which the authorities had the case: each moment once, without waiting for the applicant. */
export function caseMinutes(steps: readonly WorkedStep[], calendar: WorkingCalendar, now: Instant): number {
  const waits = waitsOf(steps, now);
  let until = -Infinity;
  let sum = 0;
  const held = steps.filter((step) => !isWait(step));
  for (const step of held.toSorted((a, b) => a.openedAt - b.openedAt)) {
    const from = Math.max(step.openedAt, until);
    const to = step.closedAt ?? now;
    if (from < to) sum += runningMinutes(calendar, { from, to }, waits);
    until = Math.max(until, to);
  }
  return sum;
}

function isWait({ work, uncounted }: WorkedStep): boolean {
  return APPLICANTS.has(work) || uncounted === true;
}

function waitsOf(steps: readonly WorkedStep[], now: Instant): Span[] {
  return steps
    .filter((step) => isWait(step) && step.work !== "return")
    .map((step) => ({ from: step.openedAt, to: step.closedAt ?? now }));
}
