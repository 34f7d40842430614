import type { VNode } from "preact";
import { RadioGroup } from "../../../ui/index.ts";
import type { CaseView } from "../case-detail/case-view.ts";
import type { OpenStep } from "../domain/case-state.ts";
import { isTheirs } from "../domain/steps.ts";
import type { VerbName } from "../verbs.ts";
import { fieldTexts } from "./field-texts.ts";
import type { TypedForm } from "./typed-form.ts";

type Props = {
  readonly view: CaseView;
  readonly verb: VerbName;
  /** Where the verb can be done now; empty where the case has but one step. */
  readonly steps: readonly OpenStep[];
  readonly typed: TypedForm | undefined;
};

/** Which of several open steps is meant: asked only where there is a choice. */
export function WhichStep({ view, verb, steps, typed }: Props): VNode | null {
  const { lang, names, stepName, detail } = view;
  const [only, ...others] = steps;
  if (only === undefined) return null;
  if (others.length === 0) return <input type="hidden" name="step" value={only.seq} />;
  const likely =
    steps.find((step) => isTheirs(step, detail.context.who)) ??
    steps.find((step) => step.officerId === undefined) ??
    only;
  return (
    <RadioGroup
      name="step"
      id={`${verb}-step`}
      label={fieldTexts(lang).step}
      value={[typed?.values.step].flat().at(0) ?? String(likely.seq)}
      options={steps.map((step) => ({
        value: String(step.seq),
        label: stepName(step),
        hint: step.officerId === undefined ? names.shortUnit(step.unitId) : names.officer(step.officerId),
      }))}
    />
  );
}
