import type { ComponentChildren, VNode } from "preact";

type PanesProps = {
  /** Over all three, such as the steps of the case; on a telephone after the actions. */
  readonly across?: ComponentChildren;
  readonly left: ComponentChildren;
  readonly middle: ComponentChildren;
  readonly right: ComponentChildren;
};

/** A case on one screen: facts left, papers in the middle, the lawful actions right; on a telephone actions first. */
export function Panes({ across, left, middle, right }: PanesProps): VNode {
  return (
    <div class="panes">
      {across === undefined ? null : <div class="across">{across}</div>}
      <div class="pane stay flow">{left}</div>
      <div class="pane flow">{middle}</div>
      <div class="pane stay flow">{right}</div>
    </div>
  );
}
