import type { ComponentChildren, VNode } from "preact";
import { Icon } from "../icon.tsx";
import { useTexts } from "../lang.ts";
import { classes } from "../tone.ts";

/** What every field has. The name is also the id, so that an error summary can link to it. */
export type FieldProps = {
  readonly name: string;
  readonly label: ComponentChildren;
  /** Only when one page holds two fields of one name. */
  readonly id?: string | undefined;
  readonly hint?: ComponentChildren;
  readonly error?: string | undefined;
  /** Default true. A field that is not required says so beside its label. */
  readonly required?: boolean | undefined;
  /** Leaves out "(optional)", for filters. */
  readonly unmarked?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  /** For enhancers, such as `{"data-card": "name"}`. */
  readonly data?: Readonly<Record<`data-${string}`, string | true>> | undefined;
};

/** Attributes that tie an input to its label, hint and error. */
export function inputAttributes(props: FieldProps) {
  const id = props.id ?? props.name;
  const described = classes(
    props.hint !== undefined && `${id}-hint`,
    props.error !== undefined && `${id}-error`,
  );
  return {
    id,
    name: props.name,
    required: (props.required ?? true) ? true : undefined,
    disabled: props.disabled === true ? true : undefined,
    "aria-describedby": described === "" ? undefined : described,
    "aria-invalid": props.error === undefined ? undefined : ("true" as const),
    ...props.data,
  };
}

/** Label, hint and error around one input. */
export function Field(props: FieldProps & { readonly children: ComponentChildren }): VNode {
  const id = props.id ?? props.name;
  return (
    <div class={classes("field", props.error !== undefined && "wrong")}>
      <label for={id}>
        {props.label}
        <OptionalMark {...props} />
      </label>
      <FieldNotes {...props} />
      {props.children}
    </div>
  );
}

/** Hint and error, before the input, so that they are read first. */
export function FieldNotes(props: FieldProps): VNode {
  const id = props.id ?? props.name;
  return (
    <>
      {props.hint === undefined ? null : (
        <p class="hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
      {props.error === undefined ? null : (
        <p class="error-text" id={`${id}-error`}>
          <Icon name="alert" />
          <span>{props.error}</span>
        </p>
      )}
    </>
  );
}

/** "(optional)" beside the label of a field that may stay empty. */
export function OptionalMark({ required, unmarked }: FieldProps): VNode | null {
  const texts = useTexts();
  return required === false && unmarked !== true ? <span class="optional"> {texts.optional}</span> : null;
}
