import type { ComponentChildren, VNode } from "preact";

type PageTitleProps = {
  readonly title: string;
  /** A small line above: the code of the case, the name of the procedure. */
  readonly kicker?: ComponentChildren;
  /** One sentence under the title. */
  readonly lead?: ComponentChildren;
  /** A badge beside the title. */
  readonly badge?: ComponentChildren;
  /** Buttons at the right. */
  readonly actions?: ComponentChildren;
};

/** The one h1 of a page. */
export function PageTitle({ title, kicker, lead, badge, actions }: PageTitleProps): VNode {
  return (
    <div class="page-title">
      <div>
        {kicker === undefined ? null : <p class="kicker">{kicker}</p>}
        <h1>
          {title} {badge}
        </h1>
        {lead === undefined ? null : <p class="lead">{lead}</p>}
      </div>
      {actions === undefined ? null : <div class="actions">{actions}</div>}
    </div>
  );
}
