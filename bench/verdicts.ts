import type { LatencyReport } from "./latencies.ts";
import type { SizeReport } from "./measure-size.ts";

/** One line of the closing table: what was measured against the bar it must hold (docs: numbers to hold). */
export type Line = {
  readonly what: string;
  readonly measured: number;
  readonly unit: string;
  readonly bar: number;
  /** "least": the bar is a floor; "most": a ceiling. */
  readonly kind: "least" | "most";
};

/** Whether a line holds its bar. */
export const holdsBar = ({ kind, measured, bar }: Line): boolean =>
  kind === "least" ? measured >= bar : measured <= bar;

/** Cases of the peer's rebuild with which ours is compared (OpenCRVS: 20 minutes). */
const REBUILD_CASES = 1_130_000;

/** Open cases of a province at 1 M. */
const OPEN_CASES = 50_000;

/** All lines of a run, its sizes rising from the empty base. */
export function linesOf(sizes: readonly SizeReport[]): Line[] {
  const empty = sizes[0];
  const largest = sizes.at(-1);
  const lines = sizes.flatMap((size) => [
    ...floor(`lifecycles through HTTP, ${named(size)}`, size.lifecycles.lifecyclesPerSecond, "/s", 100),
    ...floor(
      `commands against the raw limit, ${named(size)}`,
      size.lifecycles.commandsPerSecond / size.raw.savesPerSecond,
      "",
      0.25,
    ),
  ]);
  if (empty === undefined || largest === undefined || largest === empty) return lines;
  const loss = 1 - largest.lifecycles.lifecyclesPerSecond / empty.lifecycles.lifecyclesPerSecond;
  lines.push(...ceiling(`loss from the empty base to ${named(largest)}`, loss * 100, "%", 10));
  return [...lines, ...loadLines(largest), ...aloneLines(largest)];
}

function loadLines({ underLoad }: SizeReport): Line[] {
  if (underLoad === undefined) return [];
  const { reads, lifecycles } = underLoad;
  const search = ["search by code", "search by number", "search by name"];
  return [
    ...p95("work queue under load", reads.queue, 39),
    ...search.flatMap((kind) => p95(`${kind} under load`, reads[kind], 57)),
    ...p95("submit under load", lifecycles.requests.receive, 338),
    ...p95("decide under load", lifecycles.requests.approve, 341),
  ];
}

function aloneLines({ tracking, projections, recompute }: SizeReport): Line[] {
  const lines: Line[] = [];
  if (tracking !== undefined) {
    lines.push(
      ...floor("public tracking page", tracking.pagesPerSecond, "/s", 2000),
      ...ceiling("its first view", tracking.firstViewBytes / 1000, "kB", 60),
      ...ceiling("its JavaScript", tracking.javascriptBytes / 1000, "kB", 10),
    );
  }
  if (projections !== undefined) {
    const minutes = ((projections.rebuildSeconds / projections.cases) * REBUILD_CASES) / 60;
    lines.push(...ceiling("rebuild of 1.13 M cases", minutes, "min", 10));
  }
  if (recompute !== undefined) {
    const minutes = OPEN_CASES / recompute.movedPerSecond / 60;
    lines.push(
      ...ceiling("recompute of 50,000 open cases", minutes, "min", 5),
      ...p95("work queue while recomputing", recompute.reads?.queue, 39),
    );
  }
  return lines;
}

const floor = (what: string, measured: number, unit: string, bar: number): Line[] => [
  { what, measured, unit, bar, kind: "least" },
];
const ceiling = (what: string, measured: number, unit: string, bar: number): Line[] => [
  { what, measured, unit, bar, kind: "most" },
];
const p95 = (kind: string, report: LatencyReport | undefined, bar: number): Line[] =>
  report === undefined ? [] : ceiling(`${kind}, p95`, report.p95, "ms", bar);
const named = ({ cases }: SizeReport): string => (cases === 0 ? "empty base" : `${cases} cases`);
