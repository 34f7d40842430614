import { addDays, type Instant, instantOf, localDateOf } from "../../../kernel/time.ts";
import { type WorkingCalendar, workingMinutesBetween } from "../../../kernel/working-calendar.ts";
import type { LoadStep } from "./workload.query.ts";

/** What is owed without a date of its own counts as half a working day. */
const UNDATED_MINUTES = 240;
/** Work that is late is still work. */
const LEAST_MINUTES = 30;

/** What lies with one officer, or with nobody. */
export type Load = {
  readonly open: number;
  readonly late: number;
  readonly dueToday: number;
  readonly paused: number;
  /** Working minutes left until the steps are due, summed. */
  readonly minutes: number;
};

export const NO_LOAD: Load = { open: 0, late: 0, dueToday: 0, paused: 0, minutes: 0 };

/** The weight of a step: working minutes left for it, and something where none are. What stands still weighs nothing. */
export function weightOf(
  step: Pick<LoadStep, "dueAt" | "paused">,
  calendar: WorkingCalendar,
  now: Instant,
): number {
  if (step.paused) return 0;
  if (step.dueAt === null) return UNDATED_MINUTES;
  return Math.max(LEAST_MINUTES, step.dueAt <= now ? 0 : workingMinutesBetween(calendar, now, step.dueAt));
}

/** The load of each holder; undefined is the key of what nobody holds. */
export function loadsOf(
  steps: readonly LoadStep[],
  calendar: WorkingCalendar,
  now: Instant,
): ReadonlyMap<number | undefined, Load> {
  const endOfToday = instantOf(addDays(localDateOf(now), 1), 0);
  const loads = new Map<number | undefined, Load>();
  for (const step of steps) {
    const key = step.officerId ?? undefined;
    const before = loads.get(key) ?? NO_LOAD;
    const due = step.paused || step.dueAt === null ? Infinity : step.dueAt;
    loads.set(key, {
      open: before.open + 1,
      late: before.late + (due < now ? 1 : 0),
      dueToday: before.dueToday + (due >= now && due < endOfToday ? 1 : 0),
      paused: before.paused + (step.paused ? 1 : 0),
      minutes: before.minutes + weightOf(step, calendar, now),
    });
  }
  return loads;
}
