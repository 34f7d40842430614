import type { VNode } from "preact";
import { groupThousands } from "../../kernel/money.ts";
import type { Tone } from "../tone.ts";

export type Tab = {
  readonly href: string;
  readonly label: string;
  readonly count?: number | undefined;
  readonly tone?: Tone | undefined;
  readonly current?: boolean | undefined;
};

/** Views of one list, as plain links with their counts. */
export function Tabs({ label, items }: { readonly label: string; readonly items: readonly Tab[] }): VNode {
  return (
    <nav class="tabs" aria-label={label}>
      {items.map((tab) => (
        <a
          key={tab.href}
          class="tab"
          href={tab.href}
          aria-current={tab.current === true ? "page" : undefined}
        >
          {tab.label}
          {tab.count === undefined ? null : (
            <span class={tab.tone === undefined ? "count" : `count tone-${tab.tone}`}>
              {groupThousands(tab.count)}
            </span>
          )}
        </a>
      ))}
    </nav>
  );
}
