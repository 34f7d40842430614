import type { VNode } from "preact";
import { Icon, type IconName } from "../icon.tsx";
import { useTexts } from "../lang.ts";
import { classes, type Tone } from "../tone.ts";

/** How a case or step stands against its time. "met" and "missed" are verdicts of what is finished. */
export type Lateness = "ok" | "soon" | "due-today" | "late" | "paused" | "met" | "missed";

const looks = {
  ok: { tone: "ok", icon: "clock", strong: false },
  soon: { tone: "warn", icon: "clock", strong: false },
  "due-today": { tone: "warn", icon: "clock-alert", strong: true },
  late: { tone: "danger", icon: "clock-alert", strong: true },
  paused: { tone: "paused", icon: "pause", strong: false },
  met: { tone: "ok", icon: "check", strong: false },
  missed: { tone: "danger", icon: "clock-alert", strong: false },
} as const satisfies Record<
  Lateness,
  { readonly tone: Tone; readonly icon: IconName; readonly strong: boolean }
>;

type DueChipProps = {
  readonly lateness: Lateness;
  /** Relative words, such as "còn 2 ngày làm việc". */
  readonly text: string;
  /** The exact time in words, shown on hover, such as "17:00 ngày 04/09/2026". */
  readonly exact?: string | undefined;
  /** The same instant as ISO 8601, for machines. */
  readonly iso?: string | undefined;
};

/** A due time: relative words, exact time on hover, lateness as colour, icon and word. */
export function DueChip({ lateness, text, exact, iso }: DueChipProps): VNode {
  const { tone, icon, strong } = looks[lateness];
  return (
    <span class={classes("due", `tone-${tone}`, strong && "strong")}>
      <Icon name={icon} />
      {exact === undefined && iso === undefined ? (
        text
      ) : (
        <time dateTime={iso} title={exact}>
          {text}
        </time>
      )}
    </span>
  );
}

/** The lateness alone, in its word. */
export function LatenessBadge(props: {
  readonly lateness: Lateness;
  readonly label?: string | undefined;
}): VNode {
  const texts = useTexts();
  return <DueChip lateness={props.lateness} text={props.label ?? texts.lateness[props.lateness]} />;
}

/** A time in relative words with the exact one on hover. */
export function RelativeTime(props: {
  readonly text: string;
  readonly exact: string;
  readonly iso?: string;
}): VNode {
  return (
    <time dateTime={props.iso} title={props.exact}>
      {props.text}
    </time>
  );
}
