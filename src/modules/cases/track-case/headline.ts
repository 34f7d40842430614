import type { CaseState } from "../domain/case-state.ts";
import { mainSteps } from "../domain/steps.ts";
import type { StoryContext } from "./story-context.ts";
import { timeLeft } from "./time-left.ts";

/** The one sentence of a case: where it is and how long it has, such as "Hồ sơ của bà đang ở Sở Xây dựng, còn 2 ngày làm việc". */
export function headline(state: CaseState, context: StoryContext): string {
  const { who, desk } = context;
  const words = context.texts.headline;
  switch (state.status) {
    case 1:
      return words.waiting(who, desk);
    case 2:
    case 4: {
      const owner = state.group?.role === "parent" ? state.receivingUnitId : state.decidingUnitId;
      const holders = mainSteps(state).map((step) => step.unitId);
      const places = holders.length === 0 ? [owner] : [...new Set(holders)];
      const left = timeLeft(state, context);
      const place = words.at(who, places.map(context.unit));
      return left === undefined ? place : `${place}, ${left.text}`;
    }
    case 3:
      return words.refused(who);
    case 5:
      return words.supplement(who);
    case 6:
      return words.duty(who);
    case 7:
      return words.withdrawn(who);
    case 8:
      return words.stopped(who);
    case 9:
      return state.result?.kind === "refused" ? words.denied(who) : words.granted(who);
    case 10:
      return words.returned(who);
  }
}
