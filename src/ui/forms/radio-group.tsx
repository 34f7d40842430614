import type { VNode } from "preact";
import { ChoiceGroup, type ChoiceGroupProps } from "./choice-group.tsx";

export type RadioGroupProps = ChoiceGroupProps & { readonly value?: string | undefined };

/** One of a few. */
export function RadioGroup(props: RadioGroupProps): VNode {
  return <ChoiceGroup {...props} type="radio" chosen={props.value === undefined ? [] : [props.value]} />;
}
