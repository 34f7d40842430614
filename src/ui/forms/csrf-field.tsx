import type { VNode } from "preact";
import { useContext } from "preact/hooks";
import { PageContext } from "../lang.ts";

/** The hidden `_csrf` field; the token comes from the shell unless given. */
export function CsrfField({ token }: { readonly token?: string | undefined }): VNode | null {
  const { csrf } = useContext(PageContext);
  const value = token ?? csrf;
  return value === undefined ? null : <input type="hidden" name="_csrf" value={value} />;
}
