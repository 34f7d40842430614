import type { VNode } from "preact";
import { Icon } from "../icon.tsx";
import { useTexts } from "../lang.ts";
import { classes } from "../tone.ts";

export type SearchBoxProps = {
  /** Where the GET goes. */
  readonly action: string;
  /** What can be searched; read out, and shown above the box when `large`, else as placeholder. */
  readonly label: string;
  /** Default "q". */
  readonly name?: string | undefined;
  readonly id?: string | undefined;
  readonly value?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly buttonText?: string | undefined;
  /** For the home page: 56 px with a visible label. */
  readonly large?: boolean | undefined;
  /** Reached with "/"; the first search box of the page is, unless one is marked. */
  readonly main?: boolean | undefined;
  /** Filters that stay when searching. */
  readonly hidden?: Readonly<Record<string, string>> | undefined;
};

/** A search that works as a plain GET. */
export function SearchBox(props: SearchBoxProps): VNode {
  const { name = "q", large = false } = props;
  const id = props.id ?? `search-${name}`;
  const texts = useTexts();
  const text = props.buttonText ?? texts.search;
  return (
    <search>
      <form class={classes("search", large && "large shown")} action={props.action} method="get">
        {Object.entries(props.hidden ?? {}).map(([key, value]) => (
          <input key={key} type="hidden" name={key} value={value} />
        ))}
        <label for={id} class={large ? undefined : "hush"}>
          {props.label}
        </label>
        <input
          id={id}
          class="input"
          type="search"
          name={name}
          value={props.value}
          placeholder={props.placeholder ?? (large ? undefined : props.label)}
          autocomplete="off"
          data-main-search={props.main === true ? "" : undefined}
        />
        <button class={classes("button", large && "primary")} type="submit">
          <Icon name="search" />
          <span class={large ? undefined : "hush"}>{text}</span>
        </button>
      </form>
    </search>
  );
}
