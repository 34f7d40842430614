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

const rowHeight = 30;
const width = 560;
const labelWidth = 190;
const valueWidth = 70;

/** Horizontal bars as SVG, with the same figures as a table beside them. */
export function BarChart({ title, bars, labelHeading, valueHeading, max }: BarChartProps): VNode {
  const full = Math.max(max ?? 0, ...bars.map((bar) => bar.value), 1e-9);
  return (
    <figure class="chart">
      <figcaption>{title}</figcaption>
      <div class="chart-pair">
        <svg viewBox={`0 0 ${width} ${bars.length * rowHeight}`} aria-hidden="true" focusable="false">
          {bars.map((bar, index) => (
            <BarRow key={bar.label} bar={bar} y={index * rowHeight} share={Math.max(0, bar.value) / full} />
          ))}
        </svg>
        <table class="table">
          <caption class="hush">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{labelHeading}</th>
              <th scope="col" class="number">
                {valueHeading}
              </th>
            </tr>
          </thead>
          <tbody>
            {bars.map((bar) => (
              <tr key={bar.label}>
                <th scope="row">{bar.href === undefined ? bar.label : <a href={bar.href}>{bar.label}</a>}</th>
                <td class="number">{shown(bar)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}

function BarRow({ bar, y, share }: { readonly bar: Bar; readonly y: number; readonly share: number }): VNode {
  const room = width - labelWidth - valueWidth;
  return (
    <g class={classes(bar.tone !== undefined && `tone-${bar.tone}`)}>
      <text x="0" y={y + 19}>
        {shorten(bar.label)}
      </text>
      <rect class="track" x={labelWidth} y={y + 7} width={room} height="16" rx="3" />
      <rect class="bar" x={labelWidth} y={y + 7} width={(room * share).toFixed(1)} height="16" rx="3" />
      <text x={labelWidth + room + 8} y={y + 19}>
        {shown(bar)}
      </text>
    </g>
  );
}

function shown(bar: Bar): string {
  return bar.text ?? bar.value.toLocaleString("vi-VN");
}

/** SVG text does not wrap; the table beside it has the whole name. */
function shorten(label: string): string {
  return label.length > 27 ? `${label.slice(0, 26).trimEnd()}…` : label;
}
