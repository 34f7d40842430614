import type { ComponentChildren, VNode } from "preact";
import { Icon, type IconName } from "../icon.tsx";
import { classes, type Tone } from "../tone.ts";

type CardProps = {
  readonly title?: string | undefined;
  /** The whole card becomes one link, named by its title. */
  readonly href?: string | undefined;
  readonly icon?: IconName | undefined;
  readonly tone?: Tone | undefined;
  readonly children?: ComponentChildren;
};

/** A framed piece of a page; with `href`, one large target. */
export function Card({ title, href, icon, tone, children }: CardProps): VNode {
  return (
    <div class={classes("card", href !== undefined && "card-link", tone !== undefined && `tone-${tone}`)}>
      {icon === undefined ? null : <Icon name={icon} />}
      {title === undefined ? null : (
        <h3>
          {href === undefined ? (
            title
          ) : (
            <a class="stretch" href={href}>
              {title}
            </a>
          )}
        </h3>
      )}
      {children}
    </div>
  );
}

/** Cards side by side, as many as the width allows. */
export function CardGrid({ children }: { readonly children: ComponentChildren }): VNode {
  return <div class="cards-grid">{children}</div>;
}
