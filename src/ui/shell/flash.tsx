import type { VNode } from "preact";
import { Notice } from "../feedback/notice.tsx";
import type { Tone } from "../tone.ts";

/** What the last command answered, shown once on the next page. */
export type FlashMessage = {
  readonly tone: Tone;
  readonly text: string;
  readonly detail?: string | undefined;
};

/** The flash message of a page; success tells the draft keeper that its form has arrived. */
export function Flash({ flash }: { readonly flash: FlashMessage | undefined }): VNode | null {
  if (flash === undefined) return null;
  return (
    <div data-flash={flash.tone}>
      <Notice tone={flash.tone} title={flash.text} live>
        {flash.detail}
      </Notice>
    </div>
  );
}
