import { encode } from "uqr";
import type { Sheet } from "./sheet.ts";

/**
 * Draws a QR code (error correction M) with its corner at x, y. The size is the side in points without the quiet
 * zone: keep four modules of white around it. The alternative text is what a screen reader says.
 */
export function drawQrCode(
  sheet: Sheet,
  content: string,
  alt: string,
  x: number,
  y: number,
  size: number,
): void {
  const { data, size: modules } = encode(content, { ecc: "M", border: 0 });
  const side = size / modules;
  const bars: [number, number, number, number][] = [];
  for (const [row, cells] of data.entries()) {
    for (let from = 0; from < modules; from++) {
      if (!cells[from]) continue;
      let to = from;
      while (cells[to]) to++;
      bars.push([x + from * side, y + row * side, (to - from) * side, side]);
      from = to;
    }
  }
  sheet.leaf("Figure", () => sheet.fill(bars), { alt });
}
