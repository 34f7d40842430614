import type { VNode } from "preact";
import { classes } from "../tone.ts";
import { Field, type FieldProps, inputAttributes } from "./field.tsx";

export type FieldWidth = "full" | "long" | "medium" | "short" | "tiny";

export type TextFieldProps = FieldProps & {
  readonly value?: string | undefined;
  readonly type?: "text" | "email" | "tel" | "password" | undefined;
  readonly width?: FieldWidth | undefined;
  /** HTML autofill name, such as "name", "tel", "one-time-code". */
  readonly autocomplete?: string | undefined;
  readonly inputMode?: "text" | "numeric" | "decimal" | "tel" | "email" | undefined;
  readonly maxLength?: number | undefined;
  readonly placeholder?: string | undefined;
  readonly readOnly?: boolean | undefined;
  readonly spellCheck?: boolean | undefined;
};

/** One line of text. */
export function TextField(props: TextFieldProps): VNode {
  return (
    <Field {...props}>
      <TextInput {...props} />
    </Field>
  );
}

function TextInput(props: TextFieldProps): VNode {
  const shared = {
    ...inputAttributes(props),
    class: classes("input", props.width !== undefined && `w-${props.width}`),
    autocomplete: props.autocomplete,
    inputMode: props.inputMode,
    maxLength: props.maxLength,
    placeholder: props.placeholder,
    readOnly: props.readOnly,
    spellcheck: props.spellCheck,
  };
  switch (props.type) {
    case "password": // Never sent back to the browser.
      return <input {...shared} type="password" />;
    case "email":
      return <input {...shared} type="email" value={props.value} />;
    case "tel":
      return <input {...shared} type="tel" value={props.value} />;
    default:
      return <input {...shared} type="text" value={props.value} />;
  }
}
