import type { Lang } from "../../../kernel/time.ts";
import type { Directory } from "../../organisation/index.ts";
import { onTimeRate, type UnitFigures } from "./on-time-report.query.ts";
import type { ReportRequest, SortKey } from "./report-request.ts";

/** A line of the report: a unit with its figures, 0..1 for the rate where there is one. */
export type ReportRow = UnitFigures & {
  readonly unit: string;
  readonly code: string;
  readonly rate: number | undefined;
};

/** Names the units, keeps those of the level asked for, sorts. Units without a rate stand last either way. */
export function reportRows(
  figures: readonly UnitFigures[],
  request: Pick<ReportRequest, "level" | "sort" | "order" | "by">,
  directory: Directory,
  lang: Lang,
): ReportRow[] {
  const rows: ReportRow[] = [];
  for (const line of request.by === "now" ? rolledUp(figures, directory) : figures) {
    const unit = directory.unit(line.unitId);
    if (request.level !== "" && unit.level !== request.level) continue;
    const name = lang === "vi" ? unit.name : unit.nameEn;
    rows.push({ ...line, unit: name, code: unit.code, rate: onTimeRate(line) });
  }
  const direction = request.order === "ascending" ? 1 : -1;
  return rows.sort((a, b) => compare(a, b, request.sort, direction) || a.code.localeCompare(b.code, "vi"));
}

/** The figures of units that ended count for whoever took over in the end. */
function rolledUp(figures: readonly UnitFigures[], directory: Directory): readonly UnitFigures[] {
  const byUnit = Map.groupBy(figures, (line) => directory.currentUnitOf(line.unitId).id);
  return [...byUnit].map(([unitId, lines]) => {
    const { rate: _, ...sums } = totalOf(lines);
    return { unitId, ...sums };
  });
}

function compare(a: ReportRow, b: ReportRow, key: SortKey, direction: number): number {
  if (key === "unit") return direction * a.unit.localeCompare(b.unit, "vi");
  const [x, y] = [a[key], b[key]];
  if (x === undefined || y === undefined) return Number(x === undefined) - Number(y === undefined);
  return direction * (x - y);
}

/** The sum of all lines, with the rate over all. */
export function totalRow(rows: readonly ReportRow[]) {
  return totalOf(rows);
}

function totalOf(rows: readonly UnitFigures[]) {
  const sum = (pick: (row: UnitFigures) => number) => rows.reduce((total, row) => total + pick(row), 0);
  const figures = {
    received: sum((row) => row.received),
    finished: sum((row) => row.finished),
    early: sum((row) => row.early),
    onTime: sum((row) => row.onTime),
    late: sum((row) => row.late),
    lateOpen: sum((row) => row.lateOpen),
  };
  return { ...figures, rate: onTimeRate(figures) };
}

/** The levels that units of the province have, for the filter. */
export function levelsOf(directory: Directory): string[] {
  return [...new Set(directory.allUnits().map((unit) => unit.level))].sort().reverse();
}
