import type { ComponentChildren, VNode } from "preact";

type HeroProps = {
  readonly title: string;
  readonly lead?: string | undefined;
  readonly children: ComponentChildren;
};

/** The opening of the citizens' home page: one question, one search box. */
export function Hero({ title, lead, children }: HeroProps): VNode {
  return (
    <section class="hero flow">
      <h1>{title}</h1>
      {lead === undefined ? null : <p class="lead">{lead}</p>}
      {children}
      <Doorway />
    </section>
  );
}

/** An open door with light falling out: the one picture of the product. */
function Doorway(): VNode {
  return (
    <svg class="doorway" viewBox="0 0 336 240" aria-hidden="true" focusable="false">
      <path class="light" d="M152 60h84v150l84 30H44l108-30Z" />
      <path class="line" d="M0 210h336" />
      <path class="frame" d="M146 210V54h96v156" />
      <path class="leaf" d="M152 60l-42-16v182l42-16Z" />
      <path class="frame" d="M120 134v10" />
    </svg>
  );
}
