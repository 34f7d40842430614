import type { Lang } from "../../kernel/time.ts";
import type { DraftStep } from "./domain/process.ts";
import { stepName, textsOf } from "./texts.ts";

/** How the steps of a draft are called, and in which of its rows they stand. */
export type StepNames = {
  /** The row itself, or of a step that comes with another procedure the row that calls it. */
  readonly rowOf: (id: string) => string;
  /** "3 “Thẩm định”"; of a called step with the call before it. */
  readonly named: (id: string, lang: Lang) => string;
};

/** @param whole the steps with those of the called procedures; undefined where they could not be put in place. */
export function draftStepNames(
  steps: readonly DraftStep[],
  whole: readonly DraftStep[] | undefined,
): StepNames {
  const callOf = (id: string): DraftStep | undefined =>
    steps.some((step) => step.id === id)
      ? undefined
      : steps.findLast(({ id: call, work }) => work === "subprocess" && id.startsWith(`${call}.`));
  const numbered = (id: string, lang: Lang): string => {
    if (id === "") return textsOf(lang).notChosen;
    const at = steps.findIndex((step) => step.id === id);
    const step = steps[at];
    return step === undefined ? `“${id}”` : `${at + 1} “${stepName(step, lang)}”`;
  };
  return {
    rowOf: (id) => callOf(id)?.id ?? id,
    named: (id, lang) => {
      const call = callOf(id);
      const called = call && whole?.find((step) => step.id === id);
      if (call === undefined || called === undefined) return numbered(id, lang);
      const { procedureCode = "", variantCode = procedureCode } = call.subprocess ?? {};
      return textsOf(lang).calledStep(numbered(call.id, lang), stepName(called, lang), variantCode);
    },
  };
}
