import type { VNode } from "preact";
import { Button, CheckboxGroup, NumberField, Select, TextField } from "../../../ui/index.ts";
import { BUDGET_UNITS } from "../domain/budget.ts";
import { textsOf } from "../texts.ts";
import { OUTCOMES, POSTS, REASONS, UNITS, WORKS } from "./draft-schema.ts";
import { fieldOf, NAMED, ONLY_ON, type TypedStep } from "./editor-form.ts";
import { FlowFields } from "./flow-fields.view.tsx";
import { type RowProps, sharedOf } from "./row-props.ts";

/** Names of codes in the datalist of units. */
export const UNIT_LIST = "unit-codes";

/** One step as a row of fields; what is needed seldom lies behind a click. */
export function StepRow(props: RowProps): VNode {
  const { lang, row, step, all, errors } = props;
  const texts = textsOf(lang);
  const { edit } = texts;
  const shared = sharedOf(props);
  return (
    <fieldset class="step-row">
      <legend>{edit.rowTitle(row + 1, step.name)}</legend>
      <input type="hidden" name={fieldOf(row, "id")} value={step.id} />
      <div class="step-fields">
        <div class="wide">
          <TextField
            {...shared("name")}
            value={step.name}
            label={edit.name}
            maxLength={300}
            autocomplete="off"
          />
        </div>
        <Select
          {...shared("work")}
          value={step.work}
          label={texts.work}
          emptyLabel={false}
          options={WORKS.map((value) => ({ value, label: texts.works[value] }))}
        />
        <Select
          {...shared("post")}
          value={step.post}
          label={texts.post}
          emptyLabel={false}
          options={POSTS.map((value) => ({ value, label: texts.posts[value] }))}
        />
        <UnitFields {...props} />
        <BudgetFields {...props} />
      </div>
      <div class="row spread">
        <span class="row">
          <RowButton kind="insert" row={row} label={edit.insert} of={step.name} />
          {row === 0 ? null : <RowButton kind="up" row={row} label={edit.up} of={step.name} />}
          {row === all.length - 1 ? null : (
            <RowButton kind="down" row={row} label={edit.down} of={step.name} />
          )}
          <RowButton kind="remove" row={row} label={edit.remove} of={step.name} />
        </span>
      </div>
      <details open={isOpen(step) || errors.some(({ field }) => INSIDE.test(field.replace(`s.${row}.`, "")))}>
        <summary>{edit.more}</summary>
        <div class="flow">
          <FlowFields {...props} />
          <CheckboxGroup
            {...shared("outcomes")}
            label={edit.outcomes}
            inline
            values={step.outcomes}
            options={[
              ...OUTCOMES.map((value) => ({ value, label: texts.outcomes[value] })),
              { value: ONLY_ON, label: edit.onlyOn },
            ]}
          />
          <CheckboxGroup
            {...shared("silence")}
            label={texts.works.opinion}
            values={step.silence ? ["consent"] : []}
            options={[{ value: "consent", label: edit.silence }]}
          />
          <div class="step-fields">
            <div class="wide">
              <TextField
                {...shared("nameEn")}
                value={step.nameEn}
                label={edit.nameEn}
                maxLength={300}
                autocomplete="off"
              />
            </div>
            <TextField
              {...shared("subprocess")}
              value={step.subprocess}
              label={edit.subprocess}
              maxLength={60}
              autocomplete="off"
            />
            <TextField
              {...shared("subprocessVariant")}
              value={step.subprocessVariant}
              label={edit.subprocessVariant}
              maxLength={60}
              autocomplete="off"
            />
          </div>
        </div>
      </details>
    </fieldset>
  );
}

/** The fields that are needed seldom. */
const INSIDE = /^(b\.|subprocess|nameEn)/;

function isOpen(step: TypedStep): boolean {
  return step.flow !== "next" || step.work === "subprocess";
}

function UnitFields(props: RowProps): VNode {
  const { lang, step } = props;
  const texts = textsOf(lang);
  const shared = sharedOf(props);
  const isNamed = step.unit === NAMED;
  return (
    <>
      <Select
        {...shared("unit")}
        value={step.unit}
        label={texts.unit}
        emptyLabel={false}
        options={[
          ...UNITS.map((value) => ({ value, label: texts.units[value] })),
          { value: NAMED, label: texts.named },
        ]}
      />
      <div class={isNamed ? undefined : "seldom"}>
        <div class={shared("unitCode").error === undefined ? "field" : "field wrong"}>
          <label for={shared("unitCode").name}>{texts.edit.unitCode}</label>
          {shared("unitCode").error === undefined ? null : (
            <p class="error-text" id={`${shared("unitCode").name}-error`}>
              {shared("unitCode").error}
            </p>
          )}
          <input
            class="input"
            type="text"
            id={shared("unitCode").name}
            name={shared("unitCode").name}
            value={step.unitCode}
            list={UNIT_LIST}
            autocomplete="off"
            maxLength={60}
            placeholder="H21.18"
          />
        </div>
      </div>
    </>
  );
}

function BudgetFields(props: RowProps): VNode {
  const { lang, step } = props;
  const texts = textsOf(lang);
  const shared = sharedOf(props);
  return (
    <>
      <div class="pair">
        <NumberField {...shared("budget")} value={step.budget} label={texts.budget} decimals width="full" />
        <Select
          {...shared("budgetUnit")}
          value={step.budgetUnit}
          label={texts.edit.budgetUnit}
          emptyLabel={false}
          options={Object.keys(BUDGET_UNITS).map((value) => ({
            value,
            label: texts.budgetUnits[value as keyof typeof BUDGET_UNITS],
          }))}
        />
      </div>
      <Select
        {...shared("uncounted")}
        value={step.uncounted}
        label={texts.edit.uncountedReason}
        emptyLabel={texts.edit.counted}
        options={REASONS.map((value) => ({ value, label: texts.reasons[value] }))}
      />
    </>
  );
}

type ButtonProps = {
  readonly kind: string;
  readonly row: number;
  readonly label: string;
  readonly of: string;
};

function RowButton({ kind, row, label, of }: ButtonProps): VNode {
  return (
    <Button small kind={kind === "remove" ? "danger" : "secondary"} name="do" value={`${kind}:${row}`}>
      {label}
      <span class="hush">
        {" "}
        {row + 1} {of}
      </span>
    </Button>
  );
}
