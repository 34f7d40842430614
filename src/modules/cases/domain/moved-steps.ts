import type { ActionData } from "./case-action.ts";
import type { CaseState } from "./case-state.ts";

/** The steps of a case under the ids that they have in the version to which it is moved. */
export function withMovedSteps(
  state: CaseState,
  { steps, done }: ActionData & { readonly type: "process-moved" },
): CaseState {
  const moved = new Map(steps.map((step) => [step.seq, step]));
  const doneIds = new Map(done.map(({ from, to }) => [from, to]));
  return {
    ...state,
    open: state.open.map((step) => {
      const now = moved.get(step.seq);
      if (now === undefined) return step;
      // Where a step keeps its budget, it is the new one.
      const budget = step.budgetMinutes === undefined ? {} : { budgetMinutes: now.budgetMinutes };
      return { ...step, processStep: now.to, ...budget };
    }),
    done: state.done.flatMap((step) => {
      const to = doneIds.has(step.processStep) ? doneIds.get(step.processStep) : step.processStep;
      return to === undefined ? [] : [{ ...step, processStep: to }];
    }),
  };
}
