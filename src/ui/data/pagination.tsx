import type { ComponentChildren, VNode } from "preact";
import { LinkButton } from "../forms/button.tsx";
import { useTexts } from "../lang.ts";

type PaginationProps = {
  readonly previousHref?: string | undefined;
  readonly nextHref?: string | undefined;
  /** What is shown, such as "50 trong 1.234 hồ sơ". */
  readonly note?: ComponentChildren;
};

/** Keyset pages: before and after, never a page number that costs more the further it is. */
export function Pagination({ previousHref, nextHref, note }: PaginationProps): VNode | null {
  const texts = useTexts();
  if (previousHref === undefined && nextHref === undefined && note === undefined) return null;
  return (
    <nav class="pages" aria-label={texts.pages}>
      <span class="soft">{note}</span>
      <span class="row">
        {previousHref === undefined ? null : (
          <LinkButton href={previousHref} icon="arrow-left">
            {texts.previous}
          </LinkButton>
        )}
        {nextHref === undefined ? null : (
          <LinkButton href={nextHref} icon="arrow-right" iconAfter>
            {texts.next}
          </LinkButton>
        )}
      </span>
    </nav>
  );
}
