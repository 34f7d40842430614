import type { Line, Run } from "../../../platform/pdf/lines.ts";
import {
  drawLine,
  type ParagraphStyle,
  paragraph,
  paragraphHeight,
  setBalanced,
} from "../../../platform/pdf/paragraph.ts";
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
/** Lines of room between role and name, for ink or for the picture of a digital signature. */
const ROOM = 2.6;
const AIR_ABOVE = 0.6;

/** The height in points of the signatures, so that the last lines of text can be kept on their page. */
export function signatureHeight(sheet: Sheet, size: number, places: readonly SignaturePlace[]): number {
  const lines = setPlaces(sheet, size, places).map(({ above, name }) => above.length + ROOM + name.length);
  return size * (AIR_ABOVE + LEADING * Math.max(0, ...lines));
}

/** Signatures side by side, one alone in the right half; never parted over two pages. */
export function signatureBlock(sheet: Sheet, size: number, places: readonly SignaturePlace[]): void {
  const height = signatureHeight(sheet, size, places);
  sheet.need(height);
  const top = sheet.y + size * AIR_ABOVE;
  for (const { x, width, above, name } of setPlaces(sheet, size, places)) {
    write(sheet, above, size, x, top, width);
    write(sheet, name, size, x, top + size * LEADING * (above.length + ROOM), width);
  }
  sheet.y += height;
}

/** The closing sentence and the signatures below it, together on one page. */
export function closeWith(
  sheet: Sheet,
  sentence: string,
  style: ParagraphStyle,
  places: readonly SignaturePlace[],
): void {
  const runs = [{ text: sentence }];
  sheet.need(paragraphHeight(sheet, runs, style) + signatureHeight(sheet, style.size, places));
  paragraph(sheet, runs, style);
  signatureBlock(sheet, style.size, places);
}

type SetPlace = {
  readonly x: number;
  readonly width: number;
  readonly above: readonly Line[];
  readonly name: readonly Line[];
};

function setPlaces(sheet: Sheet, size: number, places: readonly SignaturePlace[]): readonly SetPlace[] {
  const columns = Math.max(2, places.length);
  const width = sheet.width / columns;
  const set = (run: Run): readonly Line[] => setBalanced(sheet, [run], size, width - size);
  return places.map(({ role, digitalNote, signer }, index) => ({
    x: sheet.left + (columns - places.length + index) * width,
    width,
    above: [
      ...set({ text: role, face: "bold" }),
      ...set({ text: `(${signer?.digital ? digitalNote : "Ký và ghi rõ họ tên"})`, face: "italic" }),
    ],
    name: set({ text: signer?.name ?? "", face: "bold" }),
  }));
}

function write(
  sheet: Sheet,
  lines: readonly Line[],
  size: number,
  x: number,
  top: number,
  width: number,
): void {
  sheet.leaf("P", () => {
    for (const [index, line] of lines.entries()) {
      drawLine(sheet, line, { size, align: "center" }, x, top + index * size * LEADING, width);
    }
  });
}
