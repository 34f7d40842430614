/** The part of fontkit (no types of its own) that we call: reading a TrueType file once. */
declare module "fontkit" {
  export type ParsedFont = { readonly postscriptName: string };
  export function create(data: Uint8Array): ParsedFont;
}
