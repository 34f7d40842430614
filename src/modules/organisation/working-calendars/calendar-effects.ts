import type { Instant } from "../../../kernel/time.ts";
import type { WorkingCalendar } from "../../../kernel/working-calendar.ts";
import type { Declaration } from "../domain/calendar-change.ts";

/** What a moved appointment means now: nothing more, the case is late by it, or it is late no longer. */
export type DueEffect = "moved" | "became-late" | "no-longer-late";

/** An appointment that a declaration moves. */
export type MovedDue = {
  readonly code: string;
  readonly unitId: number;
  readonly oldDueAt: Instant;
  readonly newDueAt: Instant;
  readonly effect: DueEffect;
};

export type EffectPreview = {
  /** Open cases that were counted again. */
  readonly looked: number;
  readonly moved: number;
  readonly becameLate: number;
  readonly noLongerLate: number;
  /** The first of them, by case. */
  readonly first: readonly MovedDue[];
};

/** A declaration that is not made yet. */
export type Proposal = Declaration & {
  /** The calendar that a unit would have; undefined: its own stays. */
  calendarOf(unitId: number): WorkingCalendar | undefined;
};

/** How far the latest walk over the open cases is. */
export type RecomputeState = {
  readonly state: "running" | "done" | "failed";
  readonly done: number;
  readonly total: number;
  readonly moved: number;
  readonly unexplained: number;
  readonly begunAt: Instant;
  readonly endedAt: Instant | undefined;
};

/** What this room asks the one that holds the cases. */
export type CalendarEffects = {
  /** What a declaration would do to the open cases; changes nothing. */
  preview(proposal: Proposal): Promise<EffectPreview>;
  latestRun(): Promise<RecomputeState | undefined>;
};
