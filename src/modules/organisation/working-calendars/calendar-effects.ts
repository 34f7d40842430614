import type { Instant } from "../../../kernel/time.ts";
import type { Declaration } from "../domain/calendar-change.ts";

/** What a moved appointment means now: nothing more, the case is late by it, or it is late no longer. */
export type DueEffect = "moved" | "became-late" | "no-longer-late";

/** An appointment that a declaration moves. */
export type MovedDue = {
  /** Absent: the result. Of an online case that waits, by when it must be accepted. */
  readonly of?: "acceptance";
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
  /** The unit; undefined: the province. */
  readonly scope: number | undefined;
};

/** What a declaration would do to the open cases, or how far the counting of it is; total 0: it waits for its turn. */
export type Preview =
  | { readonly state: "counted"; readonly effects: EffectPreview; readonly at: Instant }
  | { readonly state: "counting"; readonly done: number; readonly total: number }
  | { readonly state: "failed" };

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
  /** Changes no case. Where they are few they are counted at once, else in the background: ask again for the progress. */
  preview(proposal: Proposal): Promise<Preview>;
  /** Whether anybody who asks can see what the declaration would do. */
  isCounted(proposal: Proposal): Promise<boolean>;
  latestRun(): Promise<RecomputeState | undefined>;
};
