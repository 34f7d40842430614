import type { Sheet } from "./sheet.ts";
import { type Cell, type CellRule, type SetCell, textCell } from "./table-cell.ts";

export type Column = {
  readonly title: string;
  /** Share of the table's width, any unit. */
  readonly share: number;
  /** Neighbouring columns of one group stand under a common head. */
  readonly group?: string;
};
type Box = { readonly cell: SetCell; readonly x: number; readonly y: number; readonly width: number };
type Head = { readonly boxes: readonly Box[]; readonly height: number };

/**
 * A ruled table over the full width at the cursor. Its head stands again on each page; a row goes to the next page
 * whole, and only a row taller than a page is parted. Rows have as many cells as there are columns.
 */
export function table(
  sheet: Sheet,
  columns: readonly Column[],
  size: number,
  rows: Iterable<readonly Cell[]>,
): void {
  const total = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => (sheet.width * share) / total);
  const head = setHead(sheet, columns, widths, size);
  const newPage = (): void => {
    sheet.nextPage();
    sheet.artifact(() => {
      const { cells, rules } = headAt(sheet, head);
      for (const draw of cells) draw();
      rules();
    });
  };
  const place = (cells: readonly SetCell[]): void => {
    const height = Math.max(...cells.map((cell) => cell.height));
    const room = sheet.bottom - sheet.y;
    if (height <= room) {
      drawRow(sheet, cells, widths, height);
    } else if (height <= sheet.bottom - sheet.top - head.height || room < 6 * size) {
      newPage();
      place(cells);
    } else {
      const parts = cells.map((cell) => cell.split(room));
      drawRow(
        sheet,
        parts.map(([fitting]) => fitting),
        widths,
        room,
      );
      newPage();
      place(parts.map(([, rest]) => rest));
    }
  };
  sheet.need(head.height + 4 * size);
  sheet.group("Table", () => {
    const { cells, rules } = headAt(sheet, head);
    sheet.group("TR", () => {
      for (const draw of cells) sheet.leaf("TH", draw);
    });
    sheet.artifact(rules);
    for (const cells of rows) place(cells.map((cell, index) => cell(sheet, widths[index] ?? 0)));
  });
}

/** One or two rows of heads: a group spans its columns, a column without group spans both rows. */
function setHead(sheet: Sheet, columns: readonly Column[], widths: readonly number[], size: number): Head {
  const set = (title: string, width: number): SetCell =>
    textCell([[{ text: title, face: "bold" }]], size, "center")(sheet, width);
  const starts = columns.map((_, index) => widths.slice(0, index).reduce((sum, width) => sum + width, 0));
  const groups: { title: string; x: number; width: number }[] = [];
  for (const [index, { group }] of columns.entries()) {
    if (group === undefined) continue;
    const width = widths[index] ?? 0;
    const last = groups.at(-1);
    if (last && columns[index - 1]?.group === group) last.width += width;
    else groups.push({ title: group, x: starts[index] ?? 0, width });
  }
  const upper = groups.map(({ title, x, width }) => ({ cell: set(title, width), x, y: 0, width }));
  const upperHeight = Math.max(0, ...upper.map(({ cell }) => cell.height));
  const lower = columns.map(({ title, group }, index) => {
    const width = widths[index] ?? 0;
    return {
      cell: set(title, width),
      x: starts[index] ?? 0,
      y: group === undefined ? 0 : upperHeight,
      width,
    };
  });
  const height = Math.max(...lower.map(({ cell, y }) => cell.height + y));
  return {
    boxes: [...lower.filter(({ y }) => y === 0), ...upper, ...lower.filter(({ y }) => y > 0)],
    height,
  };
}

/** The head at the cursor: what draws each of its cells, and its lines. Moves the cursor below it. */
function headAt(sheet: Sheet, head: Head): { cells: readonly (() => void)[]; rules: () => void } {
  const top = sheet.y;
  const frames: CellRule[] = [];
  const cells: (() => void)[] = [];
  for (const { cell, x, y, width } of head.boxes) {
    const spansGroup = head.boxes.some((box) => box.y > y && box.x >= x && box.x < x + width);
    const height = spansGroup ? cell.height : head.height - y;
    cells.push(() => cell.draw(sheet.left + x, top + y + (height - cell.height) / 2, height));
    frames.push([x, y, x + width, y], [x, y, x, y + height], [x + width, y, x + width, y + height]);
  }
  sheet.y = top + head.height;
  return { cells, rules: () => drawRules(sheet, frames, sheet.left, top) };
}

function drawRow(sheet: Sheet, cells: readonly SetCell[], widths: readonly number[], height: number): void {
  const top = sheet.y;
  const frames: CellRule[] = [[0, 0, sheet.width, 0]];
  sheet.group("TR", () => {
    let x = 0;
    for (const [index, cell] of cells.entries()) {
      sheet.leaf("TD", () => cell.draw(sheet.left + x, top, height));
      const inner = cell.rules?.(height) ?? [];
      frames.push(...inner.map(([x1, y1, x2, y2]) => [x + x1, y1, x + x2, y2] as const));
      frames.push([x, 0, x, height]);
      x += widths[index] ?? 0;
    }
  });
  frames.push([sheet.width, 0, sheet.width, height], [0, height, sheet.width, height]);
  sheet.artifact(() => drawRules(sheet, frames, sheet.left, top));
  sheet.y = top + height;
}

function drawRules(sheet: Sheet, rules: readonly CellRule[], x: number, y: number): void {
  for (const [x1, y1, x2, y2] of rules) sheet.rule(x + x1, y + y1, x + x2, y + y2, 0.5);
}
