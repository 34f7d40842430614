import type { ComponentChildren, VNode } from "preact";

type PanesProps = {
  readonly left: ComponentChildren;
  readonly middle: ComponentChildren;
  readonly right: ComponentChildren;
};

/** A case on one screen: facts left, papers in the middle, the actions that are lawful now on the right. */
export function Panes({ left, middle, right }: PanesProps): VNode {
  return (
    <div class="panes">
      <div class="pane stay flow">{left}</div>
      <div class="pane flow">{middle}</div>
      <div class="pane stay flow">{right}</div>
    </div>
  );
}
