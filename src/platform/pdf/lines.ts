import type { Face } from "./serif-faces.ts";

/** A stretch of text in one face; "\n" begins a new line. */
export type Run = { readonly text: string; readonly face?: Face };
/** What stands between two spaces; more than one piece where the face changes inside a word. */
type Word = { readonly pieces: readonly Piece[]; readonly width: number };
type Piece = { readonly text: string; readonly face: Face };
/** One set line; width is its natural width in points, single spaces counted. */
export type Line = {
  readonly words: readonly Word[];
  readonly width: number;
  readonly endsParagraph: boolean;
};
export type WidthOf = (text: string, face: Face) => number;

/**
 * Text as it can be printed: composed (NFC, so each Vietnamese letter is one glyph), control and formatting
 * characters dropped, tabs as spaces. Line breaks stay.
 */
export function printable(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .replace(/\t/g, " ")
    .replace(/[^\P{C}\n]/gu, "");
}

/**
 * Breaks runs into lines no wider than widthAt(line number), in points. A word wider than a whole line
 * (an e-mail address, a code) is cut. Always gives at least one line.
 */
export function breakLines(
  runs: readonly Run[],
  widthOf: WidthOf,
  widthAt: (line: number) => number,
): readonly Line[] {
  const space = widthOf(" ", "regular");
  const lines: Line[] = [];
  for (const paragraph of wordsOf(runs, widthOf)) {
    let words: Word[] = [];
    let width = 0;
    const close = (endsParagraph: boolean): void => {
      lines.push({ words, width, endsParagraph });
      words = [];
      width = 0;
    };
    for (const whole of paragraph) {
      const limit = Math.min(widthAt(lines.length), widthAt(lines.length + 1));
      for (const word of fitting(whole, widthOf, limit)) {
        if (words.length > 0 && width + space + word.width > widthAt(lines.length)) close(false);
        width += word.width + (words.length > 0 ? space : 0);
        words.push(word);
      }
    }
    close(true);
  }
  return lines;
}

/** The words of each paragraph ("\n" parts paragraphs). */
function wordsOf(runs: readonly Run[], widthOf: WidthOf): readonly Word[][] {
  const paragraphs: Word[][] = [[]];
  let pieces: Piece[] = [];
  const closeWord = (): void => {
    if (pieces.length > 0) paragraphs.at(-1)?.push(wordOf(pieces, widthOf));
    pieces = [];
  };
  for (const { text, face = "regular" } of runs) {
    for (const part of printable(text).split(/(\n| +)/)) {
      if (part === "") continue;
      if (part === "\n" || part.startsWith(" ")) closeWord();
      else pieces.push({ text: part, face });
      if (part === "\n") paragraphs.push([]);
    }
  }
  closeWord();
  return paragraphs;
}

function wordOf(pieces: readonly Piece[], widthOf: WidthOf): Word {
  return { pieces, width: pieces.reduce((sum, piece) => sum + widthOf(piece.text, piece.face), 0) };
}

/** The word itself, or its parts where it is wider than a line. */
function fitting(word: Word, widthOf: WidthOf, limit: number): readonly Word[] {
  if (word.width <= limit) return [word];
  const parts: Word[] = [];
  let pieces: Piece[] = [];
  for (const { text, face } of word.pieces) {
    let held = "";
    for (const letter of text) {
      const soFar = wordOf([...pieces, { text: held + letter, face }], widthOf);
      if (soFar.width > limit && (held !== "" || pieces.length > 0)) {
        parts.push(wordOf(held === "" ? pieces : [...pieces, { text: held, face }], widthOf));
        pieces = [];
        held = "";
      }
      held += letter;
    }
    pieces.push({ text: held, face });
  }
  return [...parts, wordOf(pieces, widthOf)];
}
