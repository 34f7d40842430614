import type { ComponentChildren, VNode } from "preact";
import { LinkButton } from "../forms/button.tsx";
import { Icon, type IconName } from "../icon.tsx";

type EmptyStateProps = {
  readonly title: string;
  readonly icon?: IconName | undefined;
  readonly action?: { readonly href: string; readonly label: string } | undefined;
  /** Teaches: what will stand here, and what makes it appear. */
  readonly children?: ComponentChildren;
};

/** What a list shows while it is empty. */
export function EmptyState({ title, icon = "inbox", action, children }: EmptyStateProps): VNode {
  return (
    <div class="empty">
      <Icon name={icon} />
      <h2>{title}</h2>
      {children === undefined ? null : <p>{children}</p>}
      {action === undefined ? null : <LinkButton href={action.href}>{action.label}</LinkButton>}
    </div>
  );
}
