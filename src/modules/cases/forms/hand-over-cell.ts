import { drawLine, setLines } from "../../../platform/pdf/paragraph.ts";
import { CELL_PADDING, type Cell, EMPTY_CELL, type SetCell } from "../../../platform/pdf/table-cell.ts";

export type HandOverTime = {
  /** "08 giờ 30 phút, ngày 05/10/2026", or the same with dots. */
  readonly time: string;
  readonly givenBy?: string | undefined;
  readonly receivedBy?: string | undefined;
};

const STEP = 1.18;
/** Lines of room for a signature where a name is still missing. */
const ROOM = 3;

/** Cell of Mẫu 06: the time above, who gave and who took below, side by side. */
export function handOverCell({ time, givenBy, receivedBy }: HandOverTime, size: number): Cell {
  return (sheet, width) => {
    const half = width / 2;
    const step = size * STEP;
    const above = setLines(sheet, [{ text: time }], size, width - 2 * CELL_PADDING);
    const aboveHeight = above.length * step + 2 * CELL_PADDING;
    const sides = [
      { x: 0, runs: [{ text: "Người giao", face: "bold" as const }], name: givenBy ?? "" },
      { x: half, runs: [{ text: "Người nhận", face: "bold" as const }], name: receivedBy ?? "" },
    ].map(({ x, runs, name }) => {
      const inner = half - 2 * CELL_PADDING;
      return {
        x,
        lines: [...setLines(sheet, runs, size, inner), ...setLines(sheet, [{ text: name }], size, inner)],
      };
    });
    const signed = givenBy !== undefined && receivedBy !== undefined;
    const belowHeight =
      Math.max(signed ? 0 : 1 + ROOM, ...sides.map(({ lines }) => lines.length)) * step + 2 * CELL_PADDING;
    const style = { size, align: "center" } as const;
    const cell: SetCell = {
      height: aboveHeight + belowHeight,
      draw: (x, y) => {
        for (const [index, line] of above.entries()) {
          drawLine(sheet, line, style, x, y + CELL_PADDING + index * step, width);
        }
        for (const side of sides) {
          for (const [index, line] of side.lines.entries()) {
            drawLine(sheet, line, style, x + side.x, y + aboveHeight + CELL_PADDING + index * step, half);
          }
        }
      },
      rules: (rowHeight) => [
        [0, aboveHeight, width, aboveHeight],
        [half, aboveHeight, half, rowHeight],
      ],
      split: () => [cell, EMPTY_CELL],
    };
    return cell;
  };
}
