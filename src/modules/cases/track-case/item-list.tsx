import type { VNode } from "preact";

/** Several things, a bullet each; nothing where there are none. */
export function ItemList({ items }: { readonly items: readonly string[] }): VNode | null {
  if (items.length === 0) return null;
  return (
    <div class="prose">
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </div>
  );
}
