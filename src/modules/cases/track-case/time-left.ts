import { formatClock, type Instant, localDateOf } from "../../../kernel/time.ts";
import { urgency } from "../../../kernel/verdict.ts";
import { workingMinutesBetween } from "../../../kernel/working-calendar.ts";
import type { Lateness } from "../../../ui/index.ts";
import type { CaseState } from "../domain/case-state.ts";
import type { StoryContext } from "./story-context.ts";

/** How an open case stands against its appointment, in working time. */
export type TimeLeft = { readonly lateness: Lateness; readonly text: string; readonly dueAt?: Instant };

/** Undefined when the clock has ended: then the verdict speaks. */
export function timeLeft(state: CaseState, context: StoryContext): TimeLeft | undefined {
  const { clock } = state;
  const words = context.texts.time;
  if (clock.endedAt !== undefined) return undefined;
  if (clock.pausedAt !== undefined && clock.startedAt === undefined)
    return { lateness: "paused", text: words.notStarted };
  if (clock.pausedAt !== undefined) return { lateness: "paused", text: words.paused };
  const { dueAt } = clock;
  if (dueAt === undefined)
    return clock.startedAt === undefined ? undefined : { lateness: "ok", text: words.none };
  const pressing = urgency(context.now, dueAt, context.calendar);
  return { lateness: pressing, text: distance(dueAt, context), dueAt };
}

function distance(dueAt: Instant, { now, calendar, texts: { time } }: StoryContext): string {
  const day = calendar.dayMinutes;
  if (now > dueAt) {
    const late = workingMinutesBetween(calendar, dueAt, now);
    if (late >= day) return time.daysLate(Math.floor(late / day));
    return late >= 60 ? time.hoursLate(Math.floor(late / 60)) : time.justLate;
  }
  if (localDateOf(now) === localDateOf(dueAt)) return time.today(formatClock(dueAt));
  const left = workingMinutesBetween(calendar, now, dueAt);
  if (left >= day) return time.daysLeft(Math.floor(left / day));
  return left >= 60 ? time.hoursLeft(Math.floor(left / 60)) : time.minutesLeft(left);
}

/** Whole working days between the appointment and the finish, whichever came first. */
export function daysApart(dueAt: Instant, finishedAt: Instant, context: StoryContext): number {
  const minutes = workingMinutesBetween(
    context.calendar,
    Math.min(dueAt, finishedAt),
    Math.max(dueAt, finishedAt),
  );
  return Math.floor(minutes / context.calendar.dayMinutes);
}
