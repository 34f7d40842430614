import type { VNode } from "preact";
import { classes, type Tone } from "../tone.ts";

type ProgressBarProps = {
  readonly label: string;
  readonly value: number;
  /** Default 100. */
  readonly max?: number | undefined;
  /** The value in words, such as "3 trong 5 giấy tờ". */
  readonly text?: string | undefined;
  readonly tone?: Tone | undefined;
};

/** How far something is. Drawn as SVG, because widths in style attributes are forbidden by the content policy. */
export function ProgressBar({ label, value, max = 100, text, tone }: ProgressBarProps): VNode {
  const share = max <= 0 ? 0 : Math.min(100, Math.max(0, (value / max) * 100));
  const words = text ?? `${Math.round(share)} %`;
  return (
    <div class={classes(tone !== undefined && `tone-${tone}`)}>
      <p class="meter-line">
        <span>{label}</span>
        <span class="code">{words}</span>
      </p>
      <svg
        class="meter"
        viewBox="0 0 100 4"
        preserveAspectRatio="none"
        role="img"
        aria-label={`${label}: ${words}`}
      >
        <rect class="track" width="100" height="4" />
        <rect class="fill" width={share.toFixed(2)} height="4" />
      </svg>
    </div>
  );
}
