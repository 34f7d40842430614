import type { ComponentChildren, VNode } from "preact";

type FoldedProps = { readonly summary: string; readonly open: boolean; readonly children: ComponentChildren };

/** A part that is seldom needed: one line until it is opened; open where something stands in it. */
export function Folded({ summary, open, children }: FoldedProps): VNode {
  return (
    <details class="explain" open={open}>
      <summary>{summary}</summary>
      <div class="flow">{children}</div>
    </details>
  );
}
