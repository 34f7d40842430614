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
  /** Points that the first line stands in; negative lets the others hang. */
  readonly firstIndent?: number;
  /** Points that all lines stand in. */
  readonly indent?: number;
  /** Points of air below. */
  readonly after?: number;
  readonly tag?: "P" | "H1" | "Caption";
};

export const lineHeight = ({ size, leading = 1.25 }: TextStyle): number => size * leading;

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
  for (const { text, face, words, spaced } of stretches(line)) {
    sheet.text(text, face, size, at, y, extra);
    at += sheet.widthOf(text, face, size) + extra * (words - 1) + (spaced ? space + extra : 0);
  }
  return at;
}

type Stretch = { text: string; face: Face; words: number; spaced: boolean };

/** Neighbouring words of one face as one text: fewer drawing operations, and copied text keeps its spaces. */
function stretches(line: Line): readonly Stretch[] {
  const found: Stretch[] = [];
  for (const word of line.words) {
    const before = found.at(-1);
    if (before) before.spaced = true;
    for (const piece of word.pieces) {
      const last = found.at(-1);
      if (last?.spaced && last.face === piece.face) {
        last.text += ` ${piece.text}`;
        last.words++;
        last.spaced = false;
      } else found.push({ text: piece.text, face: piece.face, words: 1, spaced: false });
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
  const { size, indent = 0, firstIndent = 0, after = 0, tag = "P" } = style;
  const height = lineHeight(style);
  const lines = setLines(sheet, runs, size, sheet.width - indent, firstIndent);
  sheet.need(Math.min(lines.length, 2) * height);
  sheet.leaf(tag, () => {
    for (const [index, line] of lines.entries()) {
      sheet.need(height);
      const start = indent + (index === 0 ? firstIndent : 0);
      drawLine(sheet, line, style, sheet.left + start, sheet.y, sheet.width - start);
      sheet.y += height;
    }
  });
  sheet.y += after;
}
