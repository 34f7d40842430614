import type { VNode } from "preact";
import { Field, type FieldProps, inputAttributes } from "./field.tsx";
import type { FieldWidth } from "./text-field.tsx";

export type NumberFieldProps = FieldProps & {
  /** Kept as typed, so that a wrong entry comes back as it was. */
  readonly value?: string | number | undefined;
  /** Word after the box, such as "đ" or "ngày". */
  readonly unit?: string | undefined;
  readonly decimals?: boolean | undefined;
  readonly width?: FieldWidth | undefined;
};

/** A number as text with a numeric keyboard: no spinning wheel, no browser rules that differ. */
export function NumberField(props: NumberFieldProps): VNode {
  return (
    <Field {...props}>
      <div class="affix">
        <input
          {...inputAttributes(props)}
          type="text"
          class={`input w-${props.width ?? "short"}`}
          inputMode={props.decimals === true ? "decimal" : "numeric"}
          autocomplete="off"
          value={props.value}
        />
        {props.unit === undefined ? null : <span>{props.unit}</span>}
      </div>
    </Field>
  );
}
