import type { VNode } from "preact";
import { DoorMark } from "../icon.tsx";
import { useTexts } from "../lang.ts";

/** The name of the product and its province, linking home. No emblem of the state. */
export function Wordmark({ href, province }: { readonly href: string; readonly province: string }): VNode {
  return (
    <a class="wordmark" href={href}>
      <DoorMark />
      <span>
        <b>{useTexts().productName}</b>
        <span>{province}</span>
      </span>
    </a>
  );
}
