/** What can be read from our own PDF files without a PDF reader: their page objects stand uncompressed. */
export type PdfStructure = {
  readonly pages: number;
  /** Width and height of each page, whole millimetres. */
  readonly sizesMm: readonly (readonly [number, number])[];
  readonly tagged: boolean;
  readonly language: string | undefined;
};

/** For tests: the structure of a file written by Sheet. */
export function pdfStructure(pdf: Uint8Array): PdfStructure {
  const text = Buffer.from(pdf).toString("latin1");
  const boxes = [...text.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
  const mm = (points: string | undefined): number => Math.round((Number(points) * 25.4) / 72);
  return {
    pages: boxes.length,
    sizesMm: boxes.map(([, width, height]) => [mm(width), mm(height)] as const),
    tagged: /\/Marked true/.test(text) && /\/StructTreeRoot/.test(text),
    language: /\/Lang \((\w+)\)/.exec(text)?.[1],
  };
}
