/** The part of fontkit (no types of its own) that we call: reading a TrueType file once. */
declare module "fontkit" {
  export type ParsedFont = {
    /** All code points that the font has a glyph for. */
    readonly characterSet: readonly number[];
    glyphForCodePoint(codePoint: number): unknown;
  };
  export function create(data: Uint8Array): ParsedFont;
}
