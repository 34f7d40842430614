import type { VNode } from "preact";
import { classes } from "../tone.ts";
import {
  BOX,
  type DiagramEdge,
  type DiagramNode,
  layoutDiagram,
  type PlacedEdge,
  type PlacedNode,
} from "./diagram-layout.ts";

export type ProcessDiagramProps = {
  readonly nodes: readonly DiagramNode[];
  readonly edges: readonly DiagramEdge[];
  /** Name of the picture. Says too where the same stands in words: a table beside it. */
  readonly label: string;
};

/** How many colours there are for who does it; the name always stands in the box too. */
const COLOURS = 6;

/** The way through a process from top to bottom; scrolls inside its own box. The words stand in the table beside it. */
export function ProcessDiagram({ nodes, edges, label }: ProcessDiagramProps): VNode {
  const layout = layoutDiagram(nodes, edges);
  const lanes = [...new Set(nodes.map(({ lane }) => lane))];
  const colour = (lane: string) => `lane-${lanes.indexOf(lane) % COLOURS}`;
  return (
    <section class="process-diagram" aria-label={label} tabIndex={0}>
      <svg
        role="img"
        aria-label={label}
        width={layout.width}
        height={layout.height}
        viewBox={`0 0 ${layout.width} ${layout.height}`}
      >
        {layout.edges.map((edge) => (
          <Edge key={`${edge.from} ${edge.to} ${edge.label ?? ""}`} edge={edge} />
        ))}
        {layout.nodes.map((node, index) => (
          <Box key={node.id} node={node} colour={colour(node.lane)} isFirst={index === 0} />
        ))}
        {layout.edges.map((edge) => (
          <EdgeLabel key={`${edge.from} ${edge.to} ${edge.label ?? ""}`} edge={edge} />
        ))}
      </svg>
    </section>
  );
}

type BoxProps = { readonly node: PlacedNode; readonly colour: string; readonly isFirst: boolean };

function Box({ node, colour, isFirst }: BoxProps): VNode {
  const { x, y, lines } = node;
  const middle = x + BOX.width / 2;
  const bottom = y + BOX.height;
  return (
    <g class={classes("step-box", colour, node.isDashed && "dashed", node.state && `is-${node.state}`)}>
      <title>{`${node.label} (${node.lane})`}</title>
      {isFirst ? <circle class="edge-end" cx={middle} cy={y - 12} r={6} /> : null}
      <rect x={x} y={y} width={BOX.width} height={BOX.height} rx={6} />
      <rect class="stripe" x={x} y={y} width={7} height={BOX.height} rx={3} />
      {lines.map((line, index) => (
        <text key={line} class="name" x={x + 16} y={y + 20 + index * 17}>
          {line}
        </text>
      ))}
      <text class="lane" x={x + 16} y={y + 60}>
        {cut(node.lane, 28)}
      </text>
      {node.note === undefined ? null : (
        <text class="note" x={x + 16} y={y + 80}>
          {node.note}
        </text>
      )}
      {node.isJoin === true ? <Gate x={middle} y={y - 10} sign="+" /> : null}
      {node.gate === undefined ? null : (
        <Gate x={middle} y={bottom + 10} sign={node.gate === "fork" ? "+" : "?"} />
      )}
      {node.isEnd === true ? <circle class="edge-end final" cx={middle} cy={bottom + 13} r={6} /> : null}
    </g>
  );
}

function Gate({ x, y, sign }: { readonly x: number; readonly y: number; readonly sign: string }): VNode {
  return (
    <g class="gate">
      <path d={`M${x} ${y - 10}l12 10l-12 10l-12 -10z`} />
      <text x={x} y={y + 5} text-anchor="middle">
        {sign}
      </text>
    </g>
  );
}

function Edge({ edge }: { readonly edge: PlacedEdge }): VNode {
  const end = edge.points.at(-1) ?? [0, 0];
  return (
    <g class="edge">
      <path d={`M${edge.points.map((point) => point.join(" ")).join("L")}`} />
      <path class="tip" d={`M${end[0] - 5} ${end[1] - 8}h10l-5 8z`} />
    </g>
  );
}

/** One line of so many letters; the whole stands in the table. */
function cut(text: string, letters: number): string {
  return text.length <= letters ? text : `${text.slice(0, letters - 1).trimEnd()}…`;
}

/** Beside the way it is about: at its last corner but one, over the box to which it leads. */
function EdgeLabel({ edge }: { readonly edge: PlacedEdge }): VNode | null {
  const end = edge.points.at(-1);
  if (edge.label === undefined || end === undefined) return null;
  return (
    <text class="edge-label" x={end[0] + 8} y={end[1] - 9}>
      {cut(edge.label, 36)}
    </text>
  );
}
