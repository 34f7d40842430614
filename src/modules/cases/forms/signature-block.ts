import type { Run } from "../../../platform/pdf/lines.ts";
import { drawLine, setLines } from "../../../platform/pdf/paragraph.ts";
import type { Sheet } from "../../../platform/pdf/sheet.ts";
import type { FormSigner } from "./form-data.ts";

export type SignaturePlace = {
  /** "NGƯỜI TIẾP NHẬN HỒ SƠ". */
  readonly role: string;
  /** What stands under the role where the signature is digital: "Chữ ký số của người tiếp nhận hồ sơ". */
  readonly digitalNote: string;
  readonly signer?: FormSigner | undefined;
};

const LEADING = 1.22;
const ROOM = 4;

/** The height in points of the block, so that its last sentence can be kept on the same page. */
export const signatureHeight = (size: number): number => size * (LEADING * 3 + ROOM + 0.6);

/**
 * Signatures side by side, one alone in the right half; never parted over two pages.
 * Between role and name stays room for ink or for the picture of a digital signature.
 */
export function signatureBlock(sheet: Sheet, size: number, places: readonly SignaturePlace[]): void {
  sheet.need(signatureHeight(size));
  const top = sheet.y + size * 0.6;
  const columns = Math.max(2, places.length);
  const width = sheet.width / columns;
  const first = columns - places.length;
  let lowest = top;
  for (const [index, { role, digitalNote, signer }] of places.entries()) {
    const x = sheet.left + (first + index) * width;
    const note = signer?.digital ? digitalNote : "Ký và ghi rõ họ tên";
    const below = centred(sheet, x, top, width, size, [
      { text: role, face: "bold" },
      { text: `(${note})`, face: "italic" },
    ]);
    const nameTop = Math.max(below + size * 1.5, top + size * (LEADING * 2 + ROOM));
    const end = centred(sheet, x, nameTop, width, size, [{ text: signer?.name ?? "", face: "bold" }]);
    lowest = Math.max(lowest, end);
  }
  sheet.y = lowest;
}

function centred(
  sheet: Sheet,
  x: number,
  top: number,
  width: number,
  size: number,
  runs: readonly Run[],
): number {
  let y = top;
  for (const run of runs.filter(({ text }) => text !== "")) {
    sheet.leaf("P", () => {
      for (const line of setLines(sheet, [run], size, width - size)) {
        drawLine(sheet, line, { size, align: "center" }, x + size / 2, y, width - size);
        y += size * LEADING;
      }
    });
  }
  return y;
}
