import type { ComponentChildren, VNode } from "preact";
import { Icon } from "../icon.tsx";

type ExplainProps = {
  /** The question in a few words, such as "Vì sao là ngày 03/09?". */
  readonly summary: string;
  readonly children: ComponentChildren;
};

/** An explanation opened by a tap, without JavaScript: how a date was counted, what a word of law means. */
export function Explain({ summary, children }: ExplainProps): VNode {
  return (
    <details class="explain">
      <summary>
        <Icon name="info" />
        {summary}
      </summary>
      <div>{children}</div>
    </details>
  );
}
