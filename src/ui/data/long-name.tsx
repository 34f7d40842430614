import type { VNode } from "preact";

type LongNameProps = { readonly text: string };

/** A name that may be as long as a decree makes it: two lines in a table, the whole under the pointer and on paper. */
export function LongName({ text }: LongNameProps): VNode {
  return (
    <span class="long-name" title={text.length > 60 ? text : undefined}>
      {text}
    </span>
  );
}
