import type { TimeLimit } from "../../../kernel/time-limit.ts";
import type { CaseFact, ChannelFact, Condition } from "./condition.ts";
import { appointmentFaults, limitFaults } from "./faults/budget-faults.ts";
import { decisionFaults } from "./faults/decision-faults.ts";
import { flowFaults } from "./faults/flow-faults.ts";
import { parallelFaults } from "./faults/parallel-faults.ts";
import { stepFaults } from "./faults/step-faults.ts";
import type { DraftStep, ProcessTerms, StepPost, StepWork } from "./process.ts";

/** What is wrong with a process: the word, the step it is about, and the figures of its sentence. */
export type ProcessFault =
  | {
      readonly fault:
        | "no-steps"
        | "return-missing"
        | "silence-without-basis"
        | "silence-without-limit"
        | "appointments-without-payment";
    }
  | {
      readonly fault:
        | "first-step-not-receive"
        | "receive-twice"
        | "step-id-invalid"
        | "step-id-twice"
        | "step-without-name"
        | "budget-invalid"
        | "step-without-budget"
        | "silence-without-opinion"
        | "post-not-in-unit"
        | "unreachable"
        | "dead-end"
        | "goes-on-after-return"
        | "loop"
        | "too-few-branches"
        | "branch-without-join"
        | "branches-share-step"
        | "uncounted-in-branch"
        | "decision-in-branch"
        | "return-before-issue"
        | "issue-before-approval"
        | "needs-draft"
        | "work-after-issue"
        | "payment-after-receipt"
        | "subprocess-unnamed";
      readonly step: string;
    }
  | {
      readonly fault: "unknown-target" | "branch-entered" | "join-is-branch" | "branch-twice";
      readonly step: string;
      readonly target: string;
    }
  | {
      readonly fault: "post-cannot-do-work";
      readonly step: string;
      readonly post: StepPost;
      readonly work: StepWork;
      /** The posts that can. */
      readonly posts: readonly StepPost[];
    }
  | { readonly fault: "condition-misfit"; readonly step: string; readonly fact: string }
  | {
      readonly fault: "condition-value-unknown";
      readonly step: string;
      readonly fact: CaseFact;
      readonly value: string;
    }
  | { readonly fault: "condition-never-asked"; readonly step: string; readonly condition: Condition }
  | CallFault
  | { readonly fault: "unit-unknown"; readonly step: string; readonly code: string }
  | { readonly fault: "unit-ended"; readonly step: string; readonly code: string; readonly successor: string }
  | {
      readonly fault: "over-limit";
      readonly minutes: number;
      readonly limit: TimeLimit;
      /** Whose limit it is; absent: that of all. */
      readonly channel?: ChannelFact;
    }
  | { readonly fault: "appointments-over-limit"; readonly limit: TimeLimit; readonly channel?: ChannelFact }
  | { readonly fault: "appointment-uncountable"; readonly part: 1 | 2 }
  | {
      readonly fault: "over-appointment";
      readonly part: 1 | 2;
      readonly minutes: number;
      readonly limit: TimeLimit;
    };

/** Why the process of another procedure cannot stand at a step, and the code of that procedure. */
export type CallFault = {
  readonly fault:
    | "subprocess-unknown"
    | "subprocess-recursive"
    | "subprocess-empty"
    | "subprocess-may-return"
    | "subprocess-branches";
  readonly step: string;
  readonly code: string;
};

/** What is checked: a process, or a draft whose sub-processes are not yet in place. */
export type CheckedProcess = { readonly steps: readonly DraftStep[]; readonly terms?: ProcessTerms };

/** The posts that may end each kind of work, and those that may draft the result. */
export type Posts = {
  readonly doing: Readonly<Record<StepWork, readonly StepPost[]>>;
  readonly drafting: readonly StepPost[];
};

/** What is known around a process; what is absent is not checked. */
export type Surroundings = {
  /** Of the procedure; one in calendar days or months is exceeded by what it cannot hold on any date. */
  readonly limit?: TimeLimit | "none" | undefined;
  /** Of cases that come by one of these channels; `limit` is that of the others. */
  readonly limitByChannel?: Readonly<Partial<Record<ChannelFact, TimeLimit>>>;
  /** The code of the unit that does today the work of the one with this code: itself, or who took over; none: undefined. */
  readonly currentUnit?: (code: string) => string | undefined;
  /** Codes of the variants whose cases come to this process; "" where some have none. */
  readonly variants?: readonly string[] | undefined;
  /** The levels that units have. */
  readonly levels?: readonly string[];
};

/**
 * Everything that keeps a process from being published, each fault with its step; an empty list means it may be. A
 * process begins and ends at the one-stop desk and each step has time of its own (NĐ 61/2018, Điều 18 to 20); its longest
 * way fits the limit of the procedure.
 * @param posts from the table of permissions.
 */
export function faultsOf(
  process: CheckedProcess,
  posts: Posts,
  around: Surroundings,
): readonly ProcessFault[] {
  if (process.steps.length === 0) return [{ fault: "no-steps" }];
  const faults = [...stepFaults(process, posts, around), ...flowFaults(process.steps)];
  // What follows walks the flows: with a target that is not there, or in a circle, it would get lost.
  if (faults.some(({ fault }) => LOST.has(fault))) return faults;
  return [
    ...faults,
    ...parallelFaults(process.steps),
    ...decisionFaults(process.steps, posts),
    ...limitFaults(process.steps, around),
    ...appointmentFaults(process, around),
  ];
}

const LOST: ReadonlySet<ProcessFault["fault"]> = new Set(["unknown-target", "loop", "step-id-twice"]);
