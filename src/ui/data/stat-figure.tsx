import type { ComponentChildren, VNode } from "preact";
import { classes, type Tone } from "../tone.ts";

export type StatFigureProps = {
  /** As shown, such as "98,4". */
  readonly value: ComponentChildren;
  readonly unit?: string | undefined;
  readonly label: string;
  /** What it means or is compared with. */
  readonly note?: ComponentChildren;
  readonly tone?: Tone | undefined;
  /** The list behind the number. */
  readonly href?: string | undefined;
};

/** One large number with its meaning; a link leads to what it counts. */
export function StatFigure({ value, unit, label, note, tone, href }: StatFigureProps): VNode {
  return (
    <div
      class={classes("card stat", href !== undefined && "card-link", tone !== undefined && `tone-${tone}`)}
    >
      <b>
        {value}
        {unit === undefined ? null : <small> {unit}</small>}
      </b>
      <p class="label">
        {href === undefined ? (
          label
        ) : (
          <a class="stretch" href={href}>
            {label}
          </a>
        )}
      </p>
      {note === undefined ? null : <p class="small soft">{note}</p>}
    </div>
  );
}
