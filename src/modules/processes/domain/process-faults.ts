import type { ProcessDefinition } from "./process.ts";

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
  if (
    steps.some(
      ({ budgetMinutes, uncounted }) =>
        !Number.isInteger(budgetMinutes) || budgetMinutes < 0 || (budgetMinutes === 0 && !uncounted),
    )
  ) {
    faults.push("step-without-budget");
  }
  if (new Set(steps.map((step) => step.id)).size < steps.length) faults.push("step-id-twice");
  return faults;
}
