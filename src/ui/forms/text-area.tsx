import type { VNode } from "preact";
import { Field, type FieldProps, inputAttributes } from "./field.tsx";

export type TextAreaProps = FieldProps & {
  readonly value?: string | undefined;
  readonly rows?: number | undefined;
  readonly maxLength?: number | undefined;
};

/** Several lines of text. */
export function TextArea(props: TextAreaProps): VNode {
  return (
    <Field {...props}>
      <textarea {...inputAttributes(props)} class="input" rows={props.rows ?? 4} maxLength={props.maxLength}>
        {props.value}
      </textarea>
    </Field>
  );
}
