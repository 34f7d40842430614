import type { VNode } from "preact";
import type { Lang } from "../../../kernel/time.ts";
import type { FormValues } from "../../../platform/http/form.ts";
import {
  Actions,
  Button,
  DateField,
  ErrorSummary,
  Explain,
  Fieldset,
  Form,
  type FormError,
  LinkButton,
  PageTitle,
  Select,
  TextArea,
  TextField,
} from "../../../ui/index.ts";
import { PLAN_OPERATIONS } from "../domain/plan-rows.ts";
import type { Unit } from "../domain/unit.ts";
import { typedFields } from "../typed-fields.ts";
import { NEW_URL, REORGANISATIONS_URL } from "./reorganise-page-deps.ts";
import { reorganiseTexts } from "./texts.ts";

type Props = {
  readonly lang: Lang;
  readonly units: readonly Unit[];
  readonly values: FormValues;
  readonly errors: readonly FormError[];
  /** How many rows to draw. */
  readonly rows: number;
};

const UNITS = "reorganise-units";

/** The form of a plan; it leads to the preview. */
export function PlanFormView({ lang, units, values, errors, rows }: Props): VNode {
  const texts = reorganiseTexts(lang);
  const { form } = texts;
  const field = typedFields(values, errors);
  return (
    <>
      <ErrorSummary errors={errors} title={texts.faultsTitle} />
      <PageTitle
        title={form.title}
        lead={form.lead}
        kicker={<a href={REORGANISATIONS_URL}>{texts.back}</a>}
      />
      <Form action={NEW_URL} keep="reorganise" hasErrors={errors.length > 0}>
        <TextField
          {...field("decision")}
          label={texts.decision}
          hint={texts.decisionHint}
          width="long"
          maxLength={200}
          autocomplete="off"
        />
        <DateField {...field("effectiveOn")} label={texts.effectiveOn} hint={texts.effectiveHint} />
        <TextArea {...field("reason")} label={texts.reason} rows={2} maxLength={1000} />
        <Explain summary={form.guide}>
          <ul class="prose">
            {form.guides.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Explain>
        {Array.from({ length: rows }, (_, index) => (
          <RowFields key={`row-${index + 1}`} lang={lang} values={values} index={index} />
        ))}
        <Button name="do" value="more" icon="pen">
          {form.more}
        </Button>
        <datalist id={UNITS}>
          {units.map((unit) => (
            <option key={unit.code} value={unit.code} label={unit.shortName} />
          ))}
        </datalist>
        <TextArea {...field("table")} label={form.table} hint={form.tableHint} rows={6} required={false} />
        <Actions>
          <Button kind="primary" icon="arrow-right" iconAfter name="do" value="preview">
            {form.preview}
          </Button>
          <LinkButton href={REORGANISATIONS_URL} kind="ghost">
            {form.cancel}
          </LinkButton>
        </Actions>
      </Form>
    </>
  );
}

type RowProps = { readonly lang: Lang; readonly values: FormValues; readonly index: number };

/** One operation; names repeat, hence the row's number in each id. */
function RowFields({ lang, values, index }: RowProps): VNode {
  const texts = reorganiseTexts(lang);
  const { form } = texts;
  const typed = (name: string) => [values[name] ?? ""].flat()[index] ?? "";
  const cell = (name: string) => ({ name, id: `${name}-${index + 1}`, value: typed(name), required: false });
  return (
    <Fieldset legend={form.row(index + 1)}>
      <div class="columns">
        <Select
          {...cell("rowOp")}
          label={form.op}
          unmarked
          emptyLabel={form.noOp}
          options={PLAN_OPERATIONS.map((op) => ({ value: op, label: texts.ops[op] }))}
        />
        <CodeField {...cell("rowUnit")} label={form.unit} />
        <CodeField {...cell("rowTo")} label={form.to} />
        <TextField {...cell("rowPart")} label={form.part} unmarked autocomplete="off" />
        <TextField {...cell("rowName")} label={form.name} unmarked autocomplete="off" />
      </div>
    </Fieldset>
  );
}

/** A code that the browser helps to find; new ones may be typed. */
function CodeField(props: {
  readonly name: string;
  readonly id: string;
  readonly value: string;
  readonly label: string;
}): VNode {
  return (
    <div class="field">
      <label for={props.id}>{props.label}</label>
      <input
        class="input"
        type="text"
        id={props.id}
        name={props.name}
        value={props.value}
        list={UNITS}
        autocomplete="off"
      />
    </div>
  );
}
