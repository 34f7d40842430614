import type { ComponentChildren, VNode } from "preact";
import { Icon, type IconName } from "../icon.tsx";
import { useTexts } from "../lang.ts";
import { classes, type Tone } from "../tone.ts";

export type TimelineItem = {
  readonly title: ComponentChildren;
  /** When, in words; `exact` on hover, `iso` for machines. */
  readonly at?: string | undefined;
  readonly exact?: string | undefined;
  readonly iso?: string | undefined;
  /** Who did it or holds it. */
  readonly by?: string | undefined;
  readonly body?: ComponentChildren;
  readonly icon?: IconName | undefined;
  readonly tone?: Tone | undefined;
  /** Default "past". */
  readonly moment?: "past" | "now" | "future" | undefined;
};

/** The story of a case, top to bottom: what happened, what is now, what comes next. */
export function Timeline(props: { readonly items: readonly TimelineItem[]; readonly label?: string }): VNode {
  return (
    <ol class="timeline" aria-label={props.label}>
      {props.items.map((item, index) => (
        <TimelineEntry key={`${index} ${item.iso ?? item.at ?? ""}`} item={item} />
      ))}
    </ol>
  );
}

function TimelineEntry({ item }: { readonly item: TimelineItem }): VNode {
  const texts = useTexts();
  const { moment = "past", tone, icon = moment === "past" ? "check" : "clock" } = item;
  return (
    <li
      class={classes(moment, tone !== undefined && `tone-${tone}`)}
      aria-current={moment === "now" ? "step" : undefined}
    >
      <span class="dot">
        <Icon name={icon} />
      </span>
      {moment === "past" ? null : (
        <span class="hush">{moment === "now" ? texts.nowMark : texts.futureMark}: </span>
      )}
      <p class="what">{item.title}</p>
      {item.at === undefined && item.by === undefined ? null : (
        <p class="when">
          {item.at === undefined ? null : (
            <time dateTime={item.iso} title={item.exact}>
              {item.at}
            </time>
          )}
          {item.at === undefined || item.by === undefined ? null : " · "}
          {item.by}
        </p>
      )}
      {item.body === undefined ? null : <div class="body">{item.body}</div>}
    </li>
  );
}
