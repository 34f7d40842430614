import type { DeadlineRules } from "../../../kernel/deadline-rules.ts";
import type { Instant } from "../../../kernel/time.ts";
import type { TimeLimit } from "../../../kernel/time-limit.ts";
import type { Verdict } from "../../../kernel/verdict.ts";
import type { WorkingCalendar } from "../../../kernel/working-calendar.ts";
import type { CaseFacts } from "../domain/condition.ts";
import type { ProcessStep, ProcessTerms } from "../domain/process.ts";
import type { Appointments, Standing } from "./trial-clock.ts";
import type { TrialOutcome } from "./trial-steps.ts";

/** How a step goes in the trial; absent: it takes its budget and goes on. */
export type StepPlan = {
  readonly takesMinutes?: number | undefined;
  /** On top of what it takes. */
  readonly lateMinutes?: number | undefined;
  /** What happens the first time; afterwards the step goes on. */
  readonly outcome?: TrialOutcome | undefined;
};

export type TrialInput = {
  readonly code: string;
  readonly steps: readonly ProcessStep[];
  readonly terms?: ProcessTerms | undefined;
  readonly receivedAt: Instant;
  readonly facts: CaseFacts;
  readonly limit?: TimeLimit | undefined;
  readonly extraWorkingDays?: number | undefined;
  readonly calendar: WorkingCalendar;
  readonly rules: DeadlineRules;
  readonly plans: ReadonlyMap<string, StepPlan>;
};

/** One piece of work in the trial. */
export type TrialLine = {
  readonly number: number;
  readonly step: ProcessStep;
  /** The work that led here. */
  readonly after: number | undefined;
  readonly openedAt: Instant;
  readonly dueAt: Instant;
  readonly closedAt: Instant;
  readonly consumedMinutes: number;
  readonly lateMinutes: number;
  /** "stopped": open when papers were asked for; "silence": open when silence became the answer. */
  readonly outcome: TrialOutcome | "stopped" | "silence";
  /** What was planned and may not be. */
  readonly denied?: TrialDenial | undefined;
  /** Ids of open steps for which the join behind this one still waits. */
  readonly waitsFor: readonly string[];
};

/** There is no work to send back to; papers were asked for already, or the days for it are over. */
export type TrialDenial = "no-earlier-step" | "supplement-over";

export type Trial = Appointments & {
  readonly lines: readonly TrialLine[];
  readonly standing: readonly Standing[];
  /** When the result is there: the return opens, or the last step is done. */
  readonly finishedAt: Instant;
  readonly verdict: Verdict | undefined;
  /** Working minutes from receipt to result, without the time in which the clock stood still. */
  readonly consumedMinutes: number;
  /** When silence became the answer, where the terms make it one. */
  readonly silentAt: Instant | undefined;
  readonly isEndless: boolean;
};
