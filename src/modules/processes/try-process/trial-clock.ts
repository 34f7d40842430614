import { deadline, dueAfterDaysOff } from "../../../kernel/deadline.ts";
import type { Instant } from "../../../kernel/time.ts";
import { countsRestDays, type TimeLimit } from "../../../kernel/time-limit.ts";
import { dueAfterPause } from "../../../kernel/working-calendar.ts";
import type { TrialInput } from "./trial.ts";

/** A time in which the clock of the case stands still. */
export type Standing = { readonly from: Instant; readonly until: Instant };

/** What the appointments of a trial depend on, so far. */
export type TrialClock = {
  readonly pauses: readonly Standing[];
  /** Receipt, or where papers that were missing begin the count anew. */
  readonly countedFrom: Instant;
  readonly paidAt: Instant | undefined;
};

export type Appointments = {
  readonly firstDueAt: Instant | undefined;
  /** Where there are two appointments: counted from the proof of payment. */
  readonly secondDueAt: Instant | undefined;
  /** What is owed, pauses and new counting included. */
  readonly dueAt: Instant | undefined;
};

/** The appointments as they stand after these pauses. */
export function appointmentsOf(input: TrialInput, { pauses, countedFrom, paidAt }: TrialClock): Appointments {
  const { calendar, rules, terms, extraWorkingDays, receivedAt } = input;
  const standing = merged(pauses);
  const extra = extraWorkingDays === undefined ? {} : { extraWorkingDays };
  const paused = (due: Instant, from: Instant, limit: TimeLimit): Instant =>
    standing
      .filter((pause) => pause.from >= from)
      .reduce(
        (at, pause) =>
          countsRestDays(limit)
            ? dueAfterDaysOff(calendar, at, pause.from, pause.until).dueAt
            : dueAfterPause(calendar, at, pause.from, pause.until),
        due,
      );
  const limit: TimeLimit | undefined = terms?.appointments?.first ?? input.limit;
  const first = (from: Instant): Instant | undefined =>
    limit === undefined ? undefined : deadline({ from, limit, calendar, rules, ...extra }).dueAt;
  const second = terms?.appointments?.second;
  const secondDueAt =
    second === undefined || paidAt === undefined
      ? undefined
      : paused(deadline({ from: paidAt, limit: second, calendar, rules }).dueAt, paidAt, second);
  const counted = first(countedFrom);
  return {
    firstDueAt: first(receivedAt),
    secondDueAt,
    dueAt:
      secondDueAt ??
      (counted === undefined || limit === undefined ? undefined : paused(counted, countedFrom, limit)),
  };
}

/** Pauses that touch or overlap are one. */
export function merged(pauses: readonly Standing[]): readonly Standing[] {
  const whole: Standing[] = [];
  for (const pause of pauses.toSorted((a, b) => a.from - b.from)) {
    const last = whole.at(-1);
    if (last === undefined || pause.from > last.until) whole.push(pause);
    else whole[whole.length - 1] = { from: last.from, until: Math.max(last.until, pause.until) };
  }
  return whole;
}
