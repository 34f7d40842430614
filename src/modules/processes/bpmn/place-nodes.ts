import type { FlowGraph, GraphNode } from "./flow-graph.ts";

/** Where a node is drawn, in pixels; x and y are its upper left corner. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

const COLUMN = 190;
const ROW = 130;
const MARGIN = 60;

/** Puts each node in the column of its longest way from the start, those of one column below each other. */
export function placeNodes({ nodes, edges }: FlowGraph): ReadonlyMap<string, Box> {
  const column = new Map(nodes.map(({ id }) => [id, 0]));
  // As often as there are nodes is enough for any process without a circle, and ends for one with it.
  for (let round = 0; round < nodes.length; round++) {
    let moved = false;
    for (const { from, to } of edges) {
      const wanted = (column.get(from) ?? 0) + 1;
      if (wanted > (column.get(to) ?? 0) && wanted <= nodes.length) {
        column.set(to, wanted);
        moved = true;
      }
    }
    if (!moved) break;
  }
  const used = new Map<number, number>();
  return new Map(
    nodes.map((node) => {
      const at = column.get(node.id) ?? 0;
      const row = used.get(at) ?? 0;
      used.set(at, row + 1);
      const { width, height } = sizeOf(node);
      const x = MARGIN + at * COLUMN + (COLUMN - width) / 2;
      return [node.id, { x, y: MARGIN + row * ROW + (ROW - height) / 2, width, height }];
    }),
  );
}

function sizeOf({ kind }: GraphNode): Pick<Box, "width" | "height"> {
  if (kind === "step") return { width: 140, height: 90 };
  return kind === "start" || kind === "end" ? { width: 36, height: 36 } : { width: 50, height: 50 };
}

/** The way of an edge: from the right of one box to the left of the other, with a bend where they lie apart. */
export function wayBetween(from: Box, to: Box): readonly { readonly x: number; readonly y: number }[] {
  const begin = { x: from.x + from.width, y: from.y + from.height / 2 };
  const end = { x: to.x, y: to.y + to.height / 2 };
  if (begin.y === end.y) return [begin, end];
  const bend = end.x - 20;
  return [begin, { x: bend, y: begin.y }, { x: bend, y: end.y }, end];
}
