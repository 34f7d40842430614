/** A box of a diagram. */
export type DiagramNode = {
  readonly id: string;
  readonly label: string;
  /** Who does it; the colour of the edge follows it. */
  readonly lane: string;
  /** Second line in small, such as the time it may take. */
  readonly note?: string | undefined;
  /** Time that does not count is drawn with a broken line. */
  readonly isDashed?: boolean | undefined;
  readonly state?: "ok" | "late" | "skipped" | undefined;
  /** What stands under the box: one way of several is taken, or all of them at once. */
  readonly gate?: "choice" | "fork" | undefined;
  /** All ways that lead here are waited for. */
  readonly isJoin?: boolean | undefined;
  readonly isEnd?: boolean | undefined;
};

export type DiagramEdge = { readonly from: string; readonly to: string; readonly label?: string | undefined };

export type PlacedNode = DiagramNode & {
  readonly x: number;
  readonly y: number;
  readonly lines: readonly string[];
};
export type PlacedEdge = DiagramEdge & { readonly points: readonly Point[] };
export type Point = readonly [x: number, y: number];

export type DiagramLayout = {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
};

export const BOX = { width: 216, height: 92 } as const;
const GAP = { x: 28, y: 54 } as const;
const MARGIN = 26;
/** Room over the first row for the beginning and for what comes back to it. */
const TOP = 44;
const CHANNEL = 16;
/** Room at the right for the words beside the last way. */
const LABEL = 84;

/**
 * Places boxes from top to bottom, each below all that lead to it; what goes back or past a row runs beside the boxes.
 * Pure, and never fails: edges to unknown boxes are left out.
 */
export function layoutDiagram(nodes: readonly DiagramNode[], given: readonly DiagramEdge[]): DiagramLayout {
  const ids = new Set(nodes.map(({ id }) => id));
  const edges = given.filter(({ from, to }) => ids.has(from) && ids.has(to));
  const rank = ranksOf(nodes, edges);
  const last = Math.max(0, ...rank.values());
  const rows = Array.from({ length: last + 1 }, (_, row) =>
    nodes.filter(({ id }) => (rank.get(id) ?? 0) === row),
  );
  const widest = Math.max(1, ...rows.map((row) => row.length));
  const inner = widest * BOX.width + (widest - 1) * GAP.x;
  const rankOf = (id: string) => rank.get(id) ?? 0;
  const beside = edges.filter(({ from, to }) => rankOf(to) !== rankOf(from) + 1);
  const back = beside.filter(({ from, to }) => rankOf(to) <= rankOf(from));
  const past = beside.filter((edge) => !back.includes(edge));
  const left = MARGIN + past.length * CHANNEL;
  const placed = rows.flatMap((row, index) =>
    row.map((node, column): PlacedNode => {
      const own = row.length * BOX.width + (row.length - 1) * GAP.x;
      const x = left + (inner - own) / 2 + column * (BOX.width + GAP.x);
      return { ...node, x, y: TOP + index * (BOX.height + GAP.y), lines: wrapped(node.label) };
    }),
  );
  const at = new Map(placed.map((node) => [node.id, node]));
  const labelled = edges.some(({ label }) => label !== undefined) ? LABEL : 0;
  const width = left + inner + Math.max(MARGIN + labelled, MARGIN + back.length * CHANNEL);
  return {
    width,
    height: TOP + MARGIN + rows.length * (BOX.height + GAP.y) - GAP.y + 14,
    nodes: placed,
    edges: edges.flatMap((edge) => {
      const [from, to] = [at.get(edge.from), at.get(edge.to)];
      if (from === undefined || to === undefined) return [];
      const isBack = back.indexOf(edge);
      const isPast = past.indexOf(edge);
      const channel =
        isBack >= 0
          ? left + inner + CHANNEL * (isBack + 1)
          : isPast >= 0
            ? left - CHANNEL * (isPast + 1)
            : undefined;
      return [{ ...edge, points: route(from, to, channel) }];
    }),
  };
}

/** Corners of a line from under one box to above another, beside the boxes where a channel is given. */
function route(from: PlacedNode, to: PlacedNode, channel: number | undefined): readonly Point[] {
  const start: Point = [from.x + BOX.width / 2, from.y + BOX.height + (from.gate === undefined ? 0 : 20)];
  const end: Point = [to.x + BOX.width / 2, to.y - (to.isJoin === true ? 20 : 0)];
  const below = from.y + BOX.height + GAP.y / 2;
  const above = to.y - GAP.y / 2 + 4;
  if (channel === undefined)
    return start[0] === end[0] ? [start, end] : [start, [start[0], below], [end[0], below], end];
  return [start, [start[0], below], [channel, below], [channel, above], [end[0], above], end];
}

/** The longest way to each box, edges that lead back left out. */
function ranksOf(nodes: readonly DiagramNode[], edges: readonly DiagramEdge[]): ReadonlyMap<string, number> {
  const next = new Map<string, string[]>();
  for (const { from, to } of edges) next.set(from, [...(next.get(from) ?? []), to]);
  const order: string[] = [];
  const state = new Map<string, "open" | "done">();
  const isBack = new Set<string>();
  const visit = (id: string): void => {
    state.set(id, "open");
    for (const to of next.get(id) ?? []) {
      if (state.get(to) === "open") isBack.add(`${id} ${to}`);
      else if (state.get(to) === undefined) visit(to);
    }
    state.set(id, "done");
    order.push(id);
  };
  for (const { id } of nodes) if (state.get(id) === undefined) visit(id);
  const rank = new Map<string, number>();
  for (const id of order.reverse()) {
    const own = rank.get(id) ?? 0;
    rank.set(id, own);
    for (const to of next.get(id) ?? [])
      if (!isBack.has(`${id} ${to}`)) rank.set(to, Math.max(rank.get(to) ?? 0, own + 1));
  }
  return rank;
}

const LETTERS = 30;
const MOST_LINES = 2;

/** At most two lines of about so many letters; what does not fit ends in "…". */
export function wrapped(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.trim().split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= LETTERS)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word.length > LETTERS ? `${word.slice(0, LETTERS - 1)}…` : word);
  }
  if (lines.length <= MOST_LINES) return lines;
  const kept = lines.slice(0, MOST_LINES);
  const last = kept[MOST_LINES - 1] ?? "";
  kept[MOST_LINES - 1] = `${last.slice(0, LETTERS - 1)}…`;
  return kept;
}
