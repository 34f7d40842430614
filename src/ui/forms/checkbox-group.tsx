import type { VNode } from "preact";
import { ChoiceGroup, type ChoiceGroupProps } from "./choice-group.tsx";

export type CheckboxGroupProps = ChoiceGroupProps & { readonly values?: readonly string[] | undefined };

/** Any of several; the form sends one entry for each checked box. */
export function CheckboxGroup(props: CheckboxGroupProps): VNode {
  return <ChoiceGroup {...props} type="checkbox" chosen={props.values ?? []} />;
}
