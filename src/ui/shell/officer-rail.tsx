import type { VNode } from "preact";
import { groupThousands } from "../../kernel/money.ts";
import { Icon } from "../icon.tsx";
import type { NavItem } from "./nav-item.ts";

/** The navigation of officers: entries under their group headings, with counts. */
export function OfficerRail(props: { readonly items: readonly NavItem[]; readonly label: string }): VNode {
  return (
    <nav class="rail" aria-label={props.label}>
      {groupsOf(props.items).map((group, index) => (
        <div key={group.heading ?? index}>
          {group.heading === undefined ? null : <h2>{group.heading}</h2>}
          <ul class="rail-list">
            {group.items.map((item) => (
              <li key={item.href}>
                <RailLink {...item} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

function RailLink(item: NavItem): VNode {
  const tone = item.tone === undefined || item.count === 0 ? "" : ` tone-${item.tone}`;
  return (
    <a href={item.href} aria-current={item.current === true ? "page" : undefined}>
      {item.icon === undefined ? null : <Icon name={item.icon} />}
      <span>{item.label}</span>
      {item.count === undefined ? null : <span class={`count${tone}`}>{groupThousands(item.count)}</span>}
    </a>
  );
}

type Group = { readonly heading: string | undefined; readonly items: NavItem[] };

function groupsOf(items: readonly NavItem[]): readonly Group[] {
  const groups: Group[] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (last !== undefined && last.heading === item.group) last.items.push(item);
    else groups.push({ heading: item.group, items: [item] });
  }
  return groups;
}
