import type { VNode } from "preact";
import { useTexts } from "../lang.ts";
import { classes } from "../tone.ts";
import { Field, type FieldProps, inputAttributes } from "./field.tsx";
import type { FieldWidth } from "./text-field.tsx";

export type Option = {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly disabled?: boolean | undefined;
};

export type SelectProps = FieldProps & {
  readonly options: readonly Option[];
  readonly value?: string | undefined;
  /** The first, empty entry; false leaves it out. Default: "Choose". */
  readonly emptyLabel?: string | false | undefined;
  readonly width?: FieldWidth | undefined;
  readonly autocomplete?: string | undefined;
};

/** One of many (more than seven); for fewer use RadioGroup. */
export function Select(props: SelectProps): VNode {
  const texts = useTexts();
  const chosen = props.value ?? "";
  return (
    <Field {...props}>
      <select
        {...inputAttributes(props)}
        class={classes("input", props.width !== undefined && `w-${props.width}`)}
        autocomplete={props.autocomplete}
      >
        {props.emptyLabel === false ? null : <option value="">{props.emptyLabel ?? texts.chooseOne}</option>}
        {props.options.map((option) => (
          <option
            key={option.value}
            value={option.value}
            selected={option.value === chosen}
            disabled={option.disabled === true ? true : undefined}
          >
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
