import type { VNode } from "preact";
import { Icon } from "../../../ui/index.ts";

type LargeSearchProps = {
  readonly action: string;
  readonly label: string;
  readonly button: string;
  readonly query: string;
};

/** The search that a page is about: large, and ready to be typed or scanned into at once. */
export function LargeSearch({ action, label, button, query }: LargeSearchProps): VNode {
  return (
    <search>
      <form class="search large shown" action={action} method="get">
        <label for="page-search">{label}</label>
        <input
          id="page-search"
          class="input"
          type="search"
          name="q"
          value={query}
          autocomplete="off"
          spellcheck={false}
          data-take-focus
        />
        <button class="button primary" type="submit">
          <Icon name="search" />
          <span>{button}</span>
        </button>
      </form>
    </search>
  );
}
