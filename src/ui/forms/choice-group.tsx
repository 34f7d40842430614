import type { VNode } from "preact";
import { classes } from "../tone.ts";
import { FieldNotes, type FieldProps, OptionalMark } from "./field.tsx";
import type { Option } from "./select.tsx";

export type ChoiceGroupProps = FieldProps & {
  readonly options: readonly Option[];
  /** Side by side when short. */
  readonly inline?: boolean | undefined;
};

type DrawnProps = ChoiceGroupProps & {
  readonly type: "radio" | "checkbox";
  readonly chosen: readonly string[];
};

/** The body of RadioGroup and CheckboxGroup: a fieldset whose first input has the field's id. */
export function ChoiceGroup(props: DrawnProps): VNode {
  const id = props.id ?? props.name;
  const described = classes(
    props.hint !== undefined && `${id}-hint`,
    props.error !== undefined && `${id}-error`,
  );
  return (
    <fieldset
      class={classes("field", props.error !== undefined && "wrong")}
      aria-describedby={described === "" ? undefined : described}
      {...props.data}
    >
      <legend>
        {props.label}
        <OptionalMark {...props} />
      </legend>
      <FieldNotes {...props} />
      <div class={classes("choices", props.inline === true && "inline")}>
        {props.options.map((option, index) => (
          <Choice
            key={option.value}
            {...props}
            option={option}
            inputId={index === 0 ? id : `${id}-${index + 1}`}
          />
        ))}
      </div>
    </fieldset>
  );
}

function Choice(props: DrawnProps & { readonly option: Option; readonly inputId: string }): VNode {
  const { option, inputId, type } = props;
  const hintId = `${inputId}-note`;
  return (
    <div class="choice">
      <input
        id={inputId}
        type={type}
        name={props.name}
        value={option.value}
        checked={props.chosen.includes(option.value)}
        required={type === "radio" && (props.required ?? true) ? true : undefined}
        disabled={props.disabled === true || option.disabled === true ? true : undefined}
        aria-describedby={option.hint === undefined ? undefined : hintId}
      />
      <div>
        <label for={inputId}>{option.label}</label>
        {option.hint === undefined ? null : (
          <p class="hint" id={hintId}>
            {option.hint}
          </p>
        )}
      </div>
    </div>
  );
}
