import type { VNode } from "preact";
import { classes, type Tone } from "../tone.ts";

export type Bar = {
  readonly label: string;
  readonly value: number;
  /** As shown; default the value in Vietnamese digits. */
  readonly text?: string | undefined;
  readonly tone?: Tone | undefined;
  readonly href?: string | undefined;
};

export type BarChartProps = {
  readonly title: string;
  readonly bars: readonly Bar[];
  readonly labelHeading: string;
  readonly valueHeading: string;
  /** The full width; default the largest value. */
  readonly max?: number | undefined;
};

/** Horizontal bars that are their own table: name, SVG bar, figure. Reads, prints and shrinks as a table does. */
export function BarChart({ title, bars, labelHeading, valueHeading, max }: BarChartProps): VNode {
  const full = Math.max(max ?? 0, ...bars.map((bar) => bar.value));
  return (
    <figure class="chart">
      <figcaption>{title}</figcaption>
      <table class="table">
        <caption class="hush">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{labelHeading}</th>
            <th scope="col" class="number" colSpan={2}>
              {valueHeading}
            </th>
          </tr>
        </thead>
        <tbody>
          {bars.map((bar) => (
            <tr key={bar.label} class={classes(bar.tone !== undefined && `tone-${bar.tone}`)}>
              <th scope="row">{bar.href === undefined ? bar.label : <a href={bar.href}>{bar.label}</a>}</th>
              <td class="bars">
                <BarLine share={full <= 0 ? 0 : Math.max(0, bar.value) / full} />
              </td>
              <td class="number">{bar.text ?? bar.value.toLocaleString("vi-VN")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

function BarLine({ share }: { readonly share: number }): VNode {
  return (
    <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect class="track" width="100" height="4" />
      <rect class="bar" width={(share * 100).toFixed(2)} height="4" />
    </svg>
  );
}
