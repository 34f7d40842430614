import type { ComponentChildren, VNode } from "preact";
import { Icon, type IconName } from "../icon.tsx";
import type { Tone } from "../tone.ts";

export const toneIcons = {
  neutral: "info",
  info: "info",
  ok: "check-circle",
  warn: "alert",
  danger: "alert",
  paused: "pause",
} as const satisfies Record<Tone, IconName>;

type NoticeProps = {
  readonly tone: Tone;
  readonly title?: string | undefined;
  readonly icon?: IconName | undefined;
  /** Announced by screen readers when the page opens: flash messages and refusals. */
  readonly live?: boolean | undefined;
  readonly children?: ComponentChildren;
};

/** A message in the flow of a page: colour, icon and words. */
export function Notice({ tone, title, icon, live, children }: NoticeProps): VNode {
  const role = live !== true ? undefined : tone === "danger" ? "alert" : "status";
  return (
    <div class={`notice tone-${tone}`} role={role}>
      <Icon name={icon ?? toneIcons[tone]} />
      <div>
        {title === undefined ? null : <p class="title">{title}</p>}
        {children}
      </div>
    </div>
  );
}
