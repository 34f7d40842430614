/** Where the work of a step lies: the desk that received, the unit that decides, the province committee above it. */
export type StepUnit = "receiving-desk" | "deciding-unit" | "province-committee";

/** The post that does the step; a subset of the post kinds of the organisation. */
export type StepPost = "desk-officer" | "specialist" | "division-head" | "leader" | "clerk";

/** What is done: tiếp nhận, giải quyết, xem xét, phê duyệt, phát hành (văn thư), trả kết quả. */
export type StepWork = "receive" | "process" | "review" | "approve" | "issue" | "return";

/** One step of an internal process (bước của quy trình nội bộ). */
export type ProcessStep = {
  /** Stable within the process, such as "appraise". */
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  readonly unit: StepUnit;
  readonly post: StepPost;
  readonly work: StepWork;
  /** Working minutes the step may take; a working day has 480. Whole minutes, more than zero. */
  readonly budgetMinutes: number;
};

/**
 * A published process (quy trình nội bộ, quy trình điện tử): the steps in order.
 * Published versions never change; a change is a new version (TT 01/2018, Điều 8 khoản 4).
 */
export type ProcessDefinition = {
  /** Code of the process, the national code of the procedure or of one of its cases: "1.001193", "1.013225.02". */
  readonly code: string;
  /** Counts from 1. */
  readonly version: number;
  readonly steps: readonly ProcessStep[];
};

/** Working minutes of all steps together, to be compared with the limit of the procedure. */
export function totalBudget(process: ProcessDefinition): number {
  return process.steps.reduce((sum, step) => sum + step.budgetMinutes, 0);
}

/** What is wrong with the shape of a process; an empty list means it may be published. */
export type ProcessFault =
  | "no-steps"
  | "first-step-not-receive"
  | "last-step-not-return"
  | "step-without-budget"
  | "step-id-twice";

/** A process begins and ends at the one-stop desk, and each step has time of its own (NĐ 61/2018, Điều 18 to 20). */
export function processFaults(process: ProcessDefinition): readonly ProcessFault[] {
  const { steps } = process;
  const first = steps.at(0);
  const last = steps.at(-1);
  if (!first || !last) return ["no-steps"];
  const faults: ProcessFault[] = [];
  if (first.work !== "receive" || first.unit !== "receiving-desk") faults.push("first-step-not-receive");
  if (last.work !== "return" || last.unit !== "receiving-desk") faults.push("last-step-not-return");
  if (steps.some((step) => !Number.isInteger(step.budgetMinutes) || step.budgetMinutes <= 0)) {
    faults.push("step-without-budget");
  }
  if (new Set(steps.map((step) => step.id)).size < steps.length) faults.push("step-id-twice");
  return faults;
}
