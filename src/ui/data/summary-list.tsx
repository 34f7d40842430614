import type { ComponentChildren, VNode } from "preact";
import { useTexts } from "../lang.ts";

export type SummaryItem = {
  readonly label: string;
  readonly value: ComponentChildren;
  /** A link to change this answer. */
  readonly changeHref?: string | undefined;
  readonly changeLabel?: string | undefined;
};

type SummaryListProps = { readonly items: readonly SummaryItem[]; readonly dense?: boolean | undefined };

/** Facts as label and value: "check your answers" for citizens, the facts of a case (`dense`) for officers. */
export function SummaryList({ items, dense }: SummaryListProps): VNode {
  const texts = useTexts();
  return (
    <dl class={dense === true ? "summary dense" : "summary"}>
      {items.map((item) => (
        <div key={item.label}>
          <dt>{item.label}</dt>
          <dd>{item.value}</dd>
          {item.changeHref === undefined ? null : (
            <dd>
              <a href={item.changeHref}>
                {item.changeLabel ?? texts.change}
                <span class="hush">: {item.label}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
