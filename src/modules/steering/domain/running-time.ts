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

/** What a step of a case was given, as far as its budget and its due time tell. */
export type Given = {
  readonly work: string;
  readonly openedAt: Instant;
  readonly dueAt: Instant | null;
  /** Working minutes that it was given, where the due date was moved by a pause. */
  readonly budgetMinutes?: number | null;
};

/** Work that is due by a rule of law beside its budget: passing on within the day, an opinion within whole days. */
const DUE_BY_RULE: ReadonlySet<string> = new Set(["receive", "opinion"]);

/** Working minutes that a step may take before it is late, without waits; undefined where it is due by nothing. */
export function givenMinutes(
  calendar: WorkingCalendar,
  { work, openedAt, dueAt, budgetMinutes }: Given,
  waits: readonly Span[],
): number | undefined {
  if (budgetMinutes != null && (dueAt === null || !DUE_BY_RULE.has(work))) return budgetMinutes;
  if (dueAt === null) return undefined;
  const span = { from: openedAt, to: dueAt };
  return budgetMinutes == null
    ? workingMinutesBetween(calendar, openedAt, dueAt)
    : runningMinutes(calendar, span, waits);
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
