import type { TimeLimit } from "../../../kernel/time-limit.ts";
import type { Condition } from "./condition.ts";
import type { UncountedReason } from "./uncounted.ts";

/**
 * Where the work of a step lies; found when the step opens: the desk that received, the unit that decides, the unit
 * above it, the people's committee of the province, the commune where the matter lies (of the land, else of the
 * applicant), or one named by its code ("unit:H21.18").
 */
export type StepUnit =
  | "receiving-desk"
  | "deciding-unit"
  | "unit-above"
  | "province-committee"
  | "commune-of-matter"
  | `unit:${string}`;

/** The post that does the step; a subset of the post kinds of the organisation. */
export type StepPost = "desk-officer" | "specialist" | "division-head" | "leader" | "clerk";

/**
 * What is done: tiếp nhận, giải quyết, xem xét, phê duyệt, phát hành (văn thư), trả kết quả; an opinion of another
 * unit; waiting for a payment of the applicant or for somebody outside (cơ quan thuế, niêm yết công khai).
 */
export type StepWork =
  | "receive"
  | "process"
  | "review"
  | "approve"
  | "issue"
  | "return"
  | "opinion"
  | "await-payment"
  | "await-outside";

/** What may happen at a step besides going on; the rest of the verbs do not depend on the step. */
export type StepOutcome = "send-back" | "ask-supplement" | "ask-opinion" | "financial-duty" | "draft-result";

/** The way on from a step. A branch ends with `to` its join; the join opens when all branches have come. */
export type Flow =
  | { readonly kind: "to"; readonly step: string }
  | {
      readonly kind: "choice";
      /** Asked in order; the first that holds is taken. */
      readonly branches: readonly { readonly when: Condition; readonly to: string }[];
      readonly otherwise: string;
    }
  | { readonly kind: "parallel"; readonly branches: readonly string[]; readonly join: string }
  | { readonly kind: "end" };

/** One step of an internal process (bước của quy trình nội bộ). */
export type ProcessStep = {
  /** Stable within the process, such as "appraise". */
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  readonly unit: StepUnit;
  readonly post: StepPost;
  readonly work: StepWork;
  /** Working minutes the step may take; a working day has 480. Whole; zero only where the clock is off. */
  readonly budgetMinutes: number;
  /**
   * Present: the time of this step does not count towards the limit, and for which reason of UNCOUNTED_REASONS. The
   * clock of the case stands still while it is open; start and stop need evidence (số văn bản).
   */
  readonly uncounted?: UncountedReason;
  /** What may happen here besides going on; absent: whatever the kind of work allows. */
  readonly outcomes?: readonly StepOutcome[];
  /** Of an opinion: who does not answer in time has agreed. Absent: whoever waits must go on without. */
  readonly silence?: "consent";
  /** Absent: the step below; after the last one the process ends. */
  readonly then?: Flow;
};

/**
 * A step as it is edited. One of work "subprocess" names another procedure (liên thông): when the draft is published, the
 * steps between receipt and return of that procedure's process in force take its place, in the unit that it names.
 */
export type DraftStep = Omit<ProcessStep, "work"> & {
  readonly work: StepWork | "subprocess";
  readonly subprocess?: { readonly procedureCode: string; readonly variantCode?: string };
};

/** What a process says beyond its steps. */
export type ProcessTerms = {
  /**
   * Two appointments (hẹn lần 1, hẹn lần 2): the first ends when the notice of the tax or fee is sent, the second is
   * counted from the proof of payment (Đồng Tháp, QĐ 138/2025, Điều 5.3).
   */
  readonly appointments?: { readonly first: TimeLimit; readonly second: TimeLimit };
  /** Where a law says that silence is an answer: what is issued when the appointment passes, and the article. Off when absent. */
  readonly whenSilent?: { readonly outcome: "granted" | "refused"; readonly basis: string };
};

/**
 * A published process (quy trình nội bộ, quy trình điện tử). Steps stand in reading order; the first opens when the case is received.
 * Published versions never change; a change is a new version (TT 01/2018, Điều 8 khoản 4).
 */
export type ProcessDefinition = {
  /** Code of the process, the national code of the procedure or of one of its cases: "1.001193", "1.013225.02". */
  readonly code: string;
  /** Counts from 1. */
  readonly version: number;
  readonly steps: readonly ProcessStep[];
  readonly terms?: ProcessTerms;
};

/** Working minutes of all counted steps together; of a process without branches to be compared with the limit of the procedure. */
export function totalBudget(process: Pick<ProcessDefinition, "steps">): number {
  return process.steps
    .filter((step) => step.uncounted === undefined)
    .reduce((sum, step) => sum + step.budgetMinutes, 0);
}
