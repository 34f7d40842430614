import type { VNode } from "preact";
import { Icon } from "../icon.tsx";
import { useTexts } from "../lang.ts";

type PrintLinkProps = { readonly href?: string | undefined; readonly label?: string | undefined };

/** A link to the printable version, or without `href` a button that prints this page (shown when JavaScript runs). */
export function PrintLink({ href, label }: PrintLinkProps): VNode {
  const texts = useTexts();
  const text = label ?? texts.print;
  if (href !== undefined) {
    return (
      <a class="button" href={href}>
        <Icon name="print" />
        {text}
      </a>
    );
  }
  return (
    <button class="button" type="button" data-print data-needs-js hidden>
      <Icon name="print" />
      {text}
    </button>
  );
}
