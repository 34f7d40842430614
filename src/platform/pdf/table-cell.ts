import type { Line, Run } from "./lines.ts";
import { type Align, drawLine, lineHeight, setLines } from "./paragraph.ts";
import type { Sheet } from "./sheet.ts";

/** A line inside a cell: x1, y1, x2, y2 in points from the cell's upper left corner. */
export type CellRule = readonly [number, number, number, number];

/** A cell whose text is broken for its column. */
export type SetCell = {
  /** Points, padding included. */
  readonly height: number;
  /** Draws at the upper left corner of the cell; rowHeight is that of the tallest cell. */
  readonly draw: (x: number, y: number, rowHeight: number) => void;
  readonly rules?: (rowHeight: number) => readonly CellRule[];
  /** What fits in a height, and the rest, for rows taller than a page. */
  readonly split: (room: number) => readonly [SetCell, SetCell];
};
/** Content of a table cell, set once the width of its column is known. */
export type Cell = (sheet: Sheet, width: number) => SetCell;

export const CELL_PADDING = 3;
const LEADING = 1.18;

/** A cell of paragraphs, each a list of runs. */
export function textCell(paragraphs: readonly (readonly Run[])[], size: number, align: Align = "left"): Cell {
  return (sheet, width) => {
    const inner = width - 2 * CELL_PADDING;
    const lines = paragraphs.flatMap((runs) => setLines(sheet, runs, size, inner));
    return ofLines(sheet, lines, size, align, inner);
  };
}

function ofLines(sheet: Sheet, lines: readonly Line[], size: number, align: Align, width: number): SetCell {
  const style = { size, align, leading: LEADING };
  const step = lineHeight(style);
  return {
    height: lines.length * step + 2 * CELL_PADDING,
    draw: (x, y) => {
      for (const [index, line] of lines.entries()) {
        drawLine(sheet, line, style, x + CELL_PADDING, y + CELL_PADDING + index * step, width);
      }
    },
    split: (room) => {
      const fitting = Math.max(1, Math.floor((room - 2 * CELL_PADDING) / step));
      return [
        ofLines(sheet, lines.slice(0, fitting), size, align, width),
        ofLines(sheet, lines.slice(fitting), size, align, width),
      ];
    },
  };
}

/** A cell without content. */
export const EMPTY_CELL: SetCell = {
  height: 0,
  draw: () => undefined,
  split: () => [EMPTY_CELL, EMPTY_CELL],
};
