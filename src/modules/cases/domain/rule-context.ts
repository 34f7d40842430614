import type { DeadlineRules } from "../../../kernel/deadline-rules.ts";
import type { Instant } from "../../../kernel/time.ts";
import type { WorkingCalendar } from "../../../kernel/working-calendar.ts";
import type {
  ActionData,
  ClockChange,
  ClosedStep,
  OpenedStep,
  RemeasuredStep,
  StepWork,
} from "./case-action.ts";
import type { CaseStatus } from "./case-status.ts";

/** A step of the case's process, as far as the rules need it. */
export type ProcessStepFacts = {
  readonly id: string;
  /** As the processes name it: "receiving-desk", "deciding-unit", "province-committee" and others. */
  readonly unit: string;
  readonly post: string;
  readonly work: StepWork;
  readonly budgetMinutes: number;
  readonly uncounted?: string;
  readonly silence?: "consent";
  /** What may happen here besides going on; absent: whatever the work allows. */
  readonly outcomes?: readonly string[];
};

/** What a process may choose by; CASE_FACTS of the processes. */
export type CaseFacts = Readonly<
  Record<
    "variant" | "channel" | "applicant" | "level" | "deciding-unit" | "mountain" | "fee" | "papers",
    string | number | boolean
  >
>;

/** How a case goes through its process; the processes give it. */
export type ProcessWalk = {
  first(): ProcessStepFacts;
  find(id: string): ProcessStepFacts | undefined;
  /** What opens when a step is done; a join waits for the steps that are still open. */
  after(id: string, facts: CaseFacts, stillOpen: readonly string[]): readonly ProcessStepFacts[];
  /** All that may come right after a step. */
  mayFollow(id: string): readonly ProcessStepFacts[];
};

/** A unit, as far as the way of a case depends on it. */
export type UnitFacts = {
  readonly id: number;
  readonly code: string;
  readonly level: string;
  readonly kind: string;
  readonly parentId: number | undefined;
  readonly mountain: boolean;
};

/** The units that exist. */
export type Units = {
  find(id: number): UnitFacts | undefined;
  byCode(code: string): UnitFacts | undefined;
};

/** Who acts, and with which posts. */
export type Who = {
  readonly kind: "officer" | "system" | "public";
  readonly id?: number;
  readonly posts: readonly WhosePost[];
};

/** A post of one's own, or one filled for an absent officer. */
export type WhosePost = { readonly unitId: number; readonly kind: string; readonly inPlaceOf?: number };

/** Everything a rule may know besides the case and the input: time is an argument, law is an argument. */
export type RuleContext = {
  readonly now: Instant;
  readonly who: Who;
  /** Number of the open step that is meant; absent where only one can be, or nobody said. */
  readonly step?: number;
  readonly calendar: WorkingCalendar;
  /** Rules of law in force now. */
  readonly rules: DeadlineRules;
  /** Steps of the process of the case in reading order, for display; how they follow one another says `walk`. */
  readonly process: readonly ProcessStepFacts[];
  readonly walk: ProcessWalk;
  readonly units: Units;
  /** The people's committee of the province. */
  readonly committeeId: number;
  /** What stands behind the number of a result, such as the unit code. */
  readonly resultSuffix: string;
  /** Number for the paper that this command prints; given where the command asked for one. */
  readonly paperNumber: number;
};

/** What a rule decides: the fact to append. */
export type Decision = {
  readonly status: CaseStatus;
  readonly data: ActionData;
  readonly opened?: readonly OpenedStep[];
  readonly closed?: readonly ClosedStep[];
  readonly remeasured?: readonly RemeasuredStep[];
  readonly undone?: readonly string[];
  readonly clock?: ClockChange;
};
