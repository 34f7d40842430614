import type { VNode } from "preact";
import { Icon, type IconName } from "../icon.tsx";
import { useTexts } from "../lang.ts";
import { classes, type Tone } from "../tone.ts";

type BadgeProps = {
  readonly label: string;
  readonly tone?: Tone | undefined;
  readonly icon?: IconName | undefined;
  /** An outline instead of a fill: nothing more will happen. */
  readonly final?: boolean | undefined;
};

/** A word on a tint, with an icon if it helps; the colour never says more than the word. */
export function Badge({ label, tone = "neutral", icon, final }: BadgeProps): VNode {
  return (
    <span class={classes("badge", `tone-${tone}`, final === true && "final")}>
      {icon === undefined ? null : <Icon name={icon} />}
      {label}
    </span>
  );
}

/** The ten national states of a case, by their official codes. */
export type CaseStateCode = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;

type StateLook = { readonly tone: Tone; readonly icon: IconName; readonly final?: true };

const stateLooks = {
  1: { tone: "warn", icon: "inbox" },
  2: { tone: "info", icon: "check" },
  3: { tone: "danger", icon: "stop", final: true },
  4: { tone: "info", icon: "pen" },
  5: { tone: "paused", icon: "file" },
  6: { tone: "paused", icon: "money" },
  7: { tone: "neutral", icon: "arrow-left", final: true },
  8: { tone: "neutral", icon: "stop", final: true },
  9: { tone: "ok", icon: "stamp" },
  10: { tone: "ok", icon: "check-circle", final: true },
} as const satisfies Record<CaseStateCode, StateLook>;

type StateBadgeProps = { readonly state: CaseStateCode; readonly label?: string | undefined };

/** The state of a case; without `label` in its official words. */
export function StateBadge({ state, label }: StateBadgeProps): VNode {
  const texts = useTexts();
  return <Badge {...stateLooks[state]} label={label ?? texts.states[state]} />;
}
