import { breakLines, type Line, type Run } from "./lines.ts";
import type { Face } from "./serif-faces.ts";
import type { Sheet } from "./sheet.ts";

export type Align = "left" | "center" | "right" | "justify";
export type TextStyle = {
  /** Font size in points. */
  readonly size: number;
  readonly align?: Align;
  /** Line height as a multiple of the size; 1.25 unless told. */
  readonly leading?: number;
};
export type ParagraphStyle = TextStyle & {
  /** Points that the first line stands in further. */
  readonly firstIndent?: number;
  /** Points that all lines stand in. */
  readonly indent?: number;
  /** "1." in the indent before the first line. */
  readonly marker?: string;
  /** Points of air below. */
  readonly after?: number;
  readonly tag?: "P" | "H1" | "Caption";
};

export const lineHeight = ({ size, leading = 1.25 }: TextStyle): number => size * leading;

/** Lines of nearly equal width: the narrowest setting that needs no more lines. For centred heads. */
export function setBalanced(
  sheet: Sheet,
  runs: readonly Run[],
  size: number,
  width: number,
): readonly Line[] {
  const count = setLines(sheet, runs, size, width).length;
  let narrow = width / Math.max(1, count);
  let wide = width;
  while (wide - narrow > 1) {
    const middle = (narrow + wide) / 2;
    if (setLines(sheet, runs, size, middle).length > count) narrow = middle;
    else wide = middle;
  }
  return setLines(sheet, runs, size, wide);
}

/** The runs as lines of a width in points, firstIndent taken off the first. */
export function setLines(
  sheet: Sheet,
  runs: readonly Run[],
  size: number,
  width: number,
  firstIndent = 0,
): readonly Line[] {
  return breakLines(
    runs,
    (text, face) => sheet.widthOf(text, face, size),
    (line) => (line === 0 ? width - firstIndent : width),
  );
}

/** Draws one set line in the box that begins at x and is width wide. Gives the x at which its text ends. */
export function drawLine(
  sheet: Sheet,
  line: Line,
  { size, align = "left" }: TextStyle,
  x: number,
  y: number,
  width: number,
): number {
  const free = width - line.width;
  const gaps = line.words.length - 1;
  const extra = align === "justify" && !line.endsParagraph && gaps > 0 ? free / gaps : 0;
  let at = x + (align === "center" ? free / 2 : align === "right" ? free : 0);
  const space = sheet.widthOf(" ", "regular", size);
  const set = stretches(line, extra > 0);
  for (const [index, { text, face, spaced }] of set.entries()) {
    // The space that ends a line is drawn too: text copied or read aloud keeps its words apart.
    sheet.text(spaced || index === set.length - 1 ? `${text} ` : text, face, size, at, y);
    at += sheet.widthOf(text, face, size) + (spaced ? space + extra : 0);
  }
  return at;
}

type Stretch = { text: string; face: Face; spaced: boolean };

/**
 * What is drawn in one go: neighbouring words of one face, so that copied text keeps its spaces; or each word alone
 * where the line is justified.
 */
function stretches(line: Line, wordByWord: boolean): readonly Stretch[] {
  const found: Stretch[] = [];
  for (const word of line.words) {
    const before = found.at(-1);
    if (before) before.spaced = true;
    for (const { text, face } of word.pieces) {
      const last = found.at(-1);
      if (last?.spaced && last.face === face && !wordByWord) {
        last.text += ` ${text}`;
        last.spaced = false;
      } else found.push({ text, face, spaced: false });
    }
  }
  return found;
}

/** The height in points that a paragraph takes over the full width, the air below included. */
export function paragraphHeight(sheet: Sheet, runs: readonly Run[], style: ParagraphStyle): number {
  const { size, indent = 0, firstIndent = 0, after = 0 } = style;
  const lines = setLines(sheet, runs, size, sheet.width - indent, firstIndent);
  return lines.length * lineHeight(style) + after;
}

/** Sets a paragraph over the full width at the cursor; it flows to the next page line by line. */
export function paragraph(sheet: Sheet, runs: readonly Run[], style: ParagraphStyle): void {
  const { size, indent = 0, firstIndent = 0, after = 0, tag = "P", marker } = style;
  const height = lineHeight(style);
  const lines = setLines(sheet, runs, size, sheet.width - indent, firstIndent);
  sheet.need(Math.min(lines.length, 2) * height);
  sheet.leaf(tag, () => {
    for (const [index, line] of lines.entries()) {
      sheet.need(height);
      if (index === 0 && marker) sheet.text(`${marker} `, "regular", size, sheet.left, sheet.y);
      const start = indent + (index === 0 ? firstIndent : 0);
      drawLine(sheet, line, style, sheet.left + start, sheet.y, sheet.width - start);
      sheet.y += height;
    }
  });
  sheet.y += after;
}
