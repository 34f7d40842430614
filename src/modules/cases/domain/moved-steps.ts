import type { ActionData } from "./case-action.ts";
import type { CaseState } from "./case-state.ts";

/** The steps of a case under the ids that they have in the version to which it is moved. */
export function withMovedSteps(
  state: CaseState,
  { steps, done }: ActionData & { readonly type: "process-moved" },
): CaseState {
  const openIds = new Map(steps.map(({ seq, to }) => [seq, to]));
  const doneIds = new Map(done.map(({ from, to }) => [from, to]));
  return {
    ...state,
    open: state.open.map((step) => ({ ...step, processStep: openIds.get(step.seq) ?? step.processStep })),
    done: state.done.flatMap((step) => {
      const to = doneIds.has(step.processStep) ? doneIds.get(step.processStep) : step.processStep;
      return to === undefined ? [] : [{ ...step, processStep: to }];
    }),
  };
}
