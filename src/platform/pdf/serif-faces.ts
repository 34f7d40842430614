import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { create, type ParsedFont } from "fontkit";

/** The four faces of the Times-like serif (Tinos, the metrics of Times New Roman) that official forms are set in. */
export type Face = "regular" | "bold" | "italic" | "boldItalic";

const require = createRequire(import.meta.url);
const FILES: Record<Face, string> = {
  regular: require.resolve("@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf"),
  bold: require.resolve("@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf"),
  italic: require.resolve("@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf"),
  boldItalic: require.resolve("@expo-google-fonts/tinos/700Bold_Italic/Tinos_700Bold_Italic.ttf"),
};

const parsed = new Map<Face, ParsedFont>();

/**
 * A face with all Vietnamese marks, parsed once per process.
 * Parsing costs ten times what drawing a sheet costs, and a parsed face may serve any number of documents.
 */
export function serifFace(face: Face): ParsedFont {
  const known = parsed.get(face);
  if (known) return known;
  const font = create(readFileSync(FILES[face]));
  nameGlyphs(font);
  parsed.set(face, font);
  return font;
}

/**
 * Makes every glyph known under its lowest code point. fontkit remembers a glyph as it first met it: one met as a
 * part of another (the u of ư) would stay without a letter and be lost to copying and reading aloud, and what a file
 * says would depend on the files written before it.
 */
function nameGlyphs(font: ParsedFont): void {
  for (const codePoint of [...font.characterSet].sort((a, b) => a - b)) font.glyphForCodePoint(codePoint);
}
