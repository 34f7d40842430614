import type { VNode } from "preact";
import { CsrfField } from "../forms/csrf-field.tsx";
import { useTexts } from "../lang.ts";

/** Signing out changes state, so it is a form, not a link. */
export function SignOut({ action }: { readonly action: string }): VNode {
  return (
    <form method="post" action={action} data-sign-out>
      <CsrfField />
      <button class="button ghost small sign-out" type="submit">
        {useTexts().signOut}
      </button>
    </form>
  );
}
