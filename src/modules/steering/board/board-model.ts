import { groupThousands } from "../../../kernel/money.ts";
import { formatClock, formatDate, type Instant, type Lang } from "../../../kernel/time.ts";
import type { Directory } from "../../organisation/index.ts";
import { type BoardFigures, figuresOfLine } from "./board-figures.ts";
import { type BoardLine, type BoardNumbers, type BoardScope, sumLines } from "./board-numbers.query.ts";
import type { BoardRequest, BoardSort } from "./board-request.ts";
import { en } from "./messages.en.ts";
import { type BoardMessages, vi } from "./messages.vi.ts";

export const boardTexts = (lang: Lang): BoardMessages => (lang === "vi" ? vi : en);

/** A row of a table of the board: its numbers stand under `key`. */
export type BoardRow = {
  readonly key: string;
  readonly name: string;
  /** What is asked for to see it alone. */
  readonly only: Partial<BoardRequest>;
  readonly figures: BoardFigures;
};

/** All numbers of a board with their names. */
export type BoardModel = {
  readonly asOf: Instant;
  readonly version: number;
  /** Names these numbers: two pages of one edition show the same. */
  readonly edition: string;
  readonly starts: string;
  readonly total: BoardFigures;
  readonly levels: readonly BoardRow[];
  readonly units: readonly BoardRow[];
  readonly fields: readonly BoardRow[];
};

/**
 * The part of the province that was asked for; unknown units and levels mean everything. A level is its units of all
 * times: what those that ended have done stays in its numbers.
 */
export function scopeOf(
  request: BoardRequest,
  directory: Pick<Directory, "unitByCode" | "allUnits">,
): BoardScope {
  const unit = directory.unitByCode(request.unit);
  const ofLevel = directory.allUnits().filter(({ level }) => level === request.level);
  const units = unit !== undefined ? [unit.id] : ofLevel.length > 0 ? ofLevel.map(({ id }) => id) : undefined;
  return { unitIds: units, fieldId: request.field };
}

/** Names the units and levels and sorts the rows. */
export function boardModel(
  numbers: BoardNumbers,
  request: Pick<BoardRequest, "sort" | "order">,
  directory: Directory,
  lang: Lang,
): BoardModel {
  const byLevel = new Map<string, BoardLine[]>();
  const units: BoardRow[] = [];
  for (const [id, line] of numbers.units) {
    const unit = directory.findUnit(id);
    if (unit === undefined) continue;
    byLevel.set(unit.level, [...(byLevel.get(unit.level) ?? []), line]);
    const name = lang === "vi" ? unit.shortName : unit.nameEn;
    units.push({ key: `u.${id}`, name, only: { unit: unit.code }, figures: figuresOfLine(line) });
  }
  const levels = [...byLevel].map(([level, lines]): BoardRow => {
    const name = boardTexts(lang).levels[level] ?? level;
    return { key: `l.${level}`, name, only: { level }, figures: figuresOfLine(sumLines(lines)) };
  });
  const fields = [...numbers.fields].map(
    ([id, line]): BoardRow => ({
      key: `f.${id}`,
      name: line.name,
      only: { field: id },
      figures: figuresOfLine(line),
    }),
  );
  return {
    asOf: numbers.asOf,
    version: numbers.version,
    edition: `${numbers.version}-${numbers.day}`,
    starts: numbers.starts,
    total: figuresOfLine(numbers.total),
    levels: levels.toSorted((a, b) => b.figures.open - a.figures.open || a.key.localeCompare(b.key)),
    units: sorted(units, request.sort, request.order),
    fields: sorted(fields, request.sort, request.order),
  };
}

const SORTED_BY = { late: "lateNow" } as const;

function sorted(rows: readonly BoardRow[], sort: BoardSort, order: "ascending" | "descending"): BoardRow[] {
  const direction = order === "ascending" ? 1 : -1;
  const named = (a: BoardRow, b: BoardRow) => a.name.localeCompare(b.name, "vi");
  if (sort === "unit") return rows.toSorted((a, b) => direction * named(a, b));
  const key = sort === "late" ? SORTED_BY.late : sort;
  return rows.toSorted((a, b) => {
    const [x, y] = [a.figures[key], b.figures[key]];
    // Rows without a rate stand last either way.
    if (x === undefined || y === undefined)
      return Number(x === undefined) - Number(y === undefined) || named(a, b);
    return direction * (x - y) || b.figures.open - a.figures.open || named(a, b);
  });
}

/**
 * Every number of a board as it is shown, by its key: what pages draw and what the stream sends.
 * @param formerRows keys of rows that stood on the page before: where nothing is left of one it says so.
 */
export function boardNumberTexts(
  model: BoardModel,
  lang: Lang,
  formerRows: Iterable<string> = [],
): Map<string, string> {
  const texts = new Map([["asOf", asOfText(model.asOf, lang)]]);
  for (const key of formerRows) put(texts, key, figuresOfLine(sumLines([])), lang);
  put(texts, "t", model.total, lang);
  for (const row of [...model.levels, ...model.units, ...model.fields])
    put(texts, row.key, row.figures, lang);
  return texts;
}

export function asOfText(asOf: Instant, lang: Lang): string {
  const seconds = `${Math.floor(asOf / 1000) % 60}`.padStart(2, "0");
  return boardTexts(lang).asOf(`${formatClock(asOf)}:${seconds}`, formatDate(asOf));
}

function put(texts: Map<string, string>, key: string, figures: BoardFigures, lang: Lang): void {
  for (const [name, value] of Object.entries(figures)) {
    if (name !== "official" && name !== "honest") {
      texts.set(`${key}.${name}`, groupThousands(value ?? 0));
      continue;
    }
    texts.set(`${key}.${name}`, percent(value, lang));
    texts.set(`${key}.${name}.w`, ((value ?? 0) * 100).toFixed(2));
  }
}

/** "98,4 %"; cut, not rounded, so that 100 % means every single case. */
function percent(rate: number | undefined, lang: Lang): string {
  if (rate === undefined) return boardTexts(lang).none;
  const text = (Math.floor(rate * 1000 + 1e-9) / 10).toFixed(1);
  return `${lang === "vi" ? text.replace(".", ",") : text}\u00a0%`;
}
