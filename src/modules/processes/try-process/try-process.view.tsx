import type { VNode } from "preact";
import type { Lang } from "../../../kernel/time.ts";
import {
  Button,
  ErrorSummary,
  errorOf,
  Form,
  type FormError,
  PageTitle,
  Select,
  TextField,
} from "../../../ui/index.ts";
import type { Directory } from "../../organisation/index.ts";
import type { CaseFact } from "../domain/condition.ts";
import type { ProcedureFacts } from "../processes-deps.ts";
import { budgetText, stepName, textsOf } from "../texts.ts";
import { TrialView } from "./trial.view.tsx";
import { possibleOutcomes } from "./trial-steps.ts";
import { FACT_CHOICES, planField, type Tried, type TryAnswer, type TryForm } from "./try-form.ts";

export type TryProps = {
  readonly lang: Lang;
  readonly directory: Directory;
  readonly tried: Tried;
  readonly procedure: ProcedureFacts | undefined;
  readonly form: TryForm;
  readonly answer: TryAnswer;
  readonly back: string;
};

/** What is known of the invented case and how each step goes; below it, what then happens. */
export function TryView(props: TryProps): VNode {
  const { lang, procedure, tried, answer, back } = props;
  const texts = textsOf(lang).trying;
  const errors = faultsOf(props);
  return (
    <>
      <ErrorSummary errors={errors} />
      <PageTitle
        title={texts.title}
        kicker={<a href={back}>{texts.back}</a>}
        lead={`${procedure?.name ?? tried.code}. ${texts.lead}`}
      />
      {answer.ok ? <TrialView {...props} trial={answer.trial} /> : null}
      <Form action={`${back}/try`} method="get">
        <h2>{texts.facts}</h2>
        <CaseFields {...props} errors={errors} />
        <h2>{textsOf(lang).steps}</h2>
        <StepFields {...props} errors={errors} />
        <Button kind="primary" icon="clock">
          {texts.run}
        </Button>
      </Form>
    </>
  );
}

type FieldsProps = TryProps & { readonly errors: readonly FormError[] };

function CaseFields({ lang, form, procedure, errors }: FieldsProps): VNode {
  const texts = textsOf(lang);
  const shared = (name: string) =>
    ({ name, error: errorOf(errors, name), required: false, unmarked: true }) as const;
  const facts: readonly CaseFact[] = ["channel", "applicant", "level", "mountain"];
  return (
    <div class="step-fields">
      <TextField
        {...shared("start")}
        value={form.start}
        label={texts.trying.start}
        hint={texts.trying.startHint}
        autocomplete="off"
      />
      <TextField {...shared("unit")} value={form.unit} label={texts.trying.decidingUnit} autocomplete="off" />
      {(procedure?.variants.length ?? 0) === 0 ? null : (
        <Select
          {...shared("fact.variant")}
          value={form.facts.variant}
          label={texts.facts.variant}
          emptyLabel={texts.wholeProcedure}
          options={(procedure?.variants ?? []).map(({ code, name }) => ({
            value: code,
            label: `${name} (${code})`,
          }))}
        />
      )}
      {facts.map((fact) => (
        <Select
          key={fact}
          {...shared(`fact.${fact}`)}
          value={form.facts[fact]}
          label={texts.facts[fact]}
          emptyLabel={false}
          options={(FACT_CHOICES[fact] ?? []).map((value) => ({
            value,
            label: texts.factValues[value] ?? value,
          }))}
        />
      ))}
      {(["fee", "papers"] as const).map((fact) => (
        <TextField
          key={fact}
          {...shared(`fact.${fact}`)}
          value={form.facts[fact]}
          label={texts.facts[fact]}
          inputMode="numeric"
          autocomplete="off"
        />
      ))}
    </div>
  );
}

function StepFields({ lang, tried, form, errors }: FieldsProps): VNode {
  const texts = textsOf(lang);
  const { trying } = texts;
  return (
    <>
      {tried.steps.map((step, index) => {
        const plan = form.steps.get(step.id);
        const shared = (name: "takes" | "late" | "outcome") => {
          const field = planField(step.id, name);
          return { name: field, error: errorOf(errors, field), required: false, unmarked: true } as const;
        };
        return (
          <fieldset key={step.id} class="step-row">
            <legend>
              {texts.next(index + 1, stepName(step, lang))}{" "}
              <span class="soft small">{budgetText(step.budgetMinutes, lang)}</span>
            </legend>
            <div class="step-fields">
              <TextField
                {...shared("takes")}
                value={plan?.takes}
                label={trying.takes}
                placeholder={trying.takesHint}
                autocomplete="off"
              />
              <TextField {...shared("late")} value={plan?.late} label={trying.lateBy} autocomplete="off" />
              <Select
                {...shared("outcome")}
                value={plan?.outcome === "" ? "go-on" : plan?.outcome}
                label={trying.outcome}
                emptyLabel={false}
                options={possibleOutcomes(step).map((value) => ({
                  value,
                  label: trying.outcomes[value],
                }))}
              />
            </div>
          </fieldset>
        );
      })}
    </>
  );
}

function faultsOf({ lang, answer }: TryProps): readonly FormError[] {
  if (answer.ok) return [];
  const texts = textsOf(lang);
  const words = {
    start: texts.trying.startBad,
    takes: texts.trying.takesBad,
    unit: texts.faults["unit-unknown"] ?? "",
    fact: texts.faults["not-a-value"] ?? "",
  };
  return answer.faults.map(({ field, word }) => ({ field, text: words[word] }));
}
