import type { VNode } from "preact";
import { useLang, useTexts, withLang } from "../lang.ts";

/** A plain link to this page in the other language. `path` may carry a query. */
export function LanguageSwitch({ path }: { readonly path: string }): VNode {
  const other = useLang() === "vi" ? "en" : "vi";
  return (
    <a class="language" href={withLang(path, other)} lang={other} hreflang={other}>
      {useTexts().otherLanguage}
    </a>
  );
}
