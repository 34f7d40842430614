import type { ComponentChildren, VNode } from "preact";

type FieldsetProps = {
  readonly legend: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly children: ComponentChildren;
};

/** A group of fields under one heading. */
export function Fieldset({ legend, hint, children }: FieldsetProps): VNode {
  return (
    <fieldset class="fieldset">
      <legend>{legend}</legend>
      <div class="flow">
        {hint === undefined ? null : <p class="hint">{hint}</p>}
        {children}
      </div>
    </fieldset>
  );
}
