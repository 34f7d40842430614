import type { Instant } from "../../../kernel/time.ts";
import { type WorkingCalendar, workingMinutesBetween } from "../../../kernel/working-calendar.ts";

/** A stretch of time. */
export type Span = { readonly from: Instant; readonly to: Instant };

/** Working minutes from one moment to another without those in which the applicant was waited for. */
export function runningMinutes(calendar: WorkingCalendar, span: Span, waits: readonly Span[]): number {
  const waited = merged(waits, span).reduce(
    (sum, wait) => sum + workingMinutesBetween(calendar, wait.from, wait.to),
    0,
  );
  return Math.max(0, workingMinutesBetween(calendar, span.from, span.to) - waited);
}

/** The parts of the waits within a span, each moment once. */
function merged(waits: readonly Span[], span: Span): Span[] {
  const parts: Span[] = [];
  for (const wait of waits.toSorted((a, b) => a.from - b.from)) {
    const from = Math.max(wait.from, span.from, parts.at(-1)?.to ?? span.from);
    const to = Math.min(wait.to, span.to);
    if (from < to) parts.push({ from, to });
  }
  return parts;
}
