import PDFDocument from "pdfkit";
import type { Instant } from "../../kernel/time.ts";
import { type Paper, points } from "./paper.ts";
import { type Face, serifFace } from "./serif-faces.ts";

export type SheetOptions = {
  readonly paper: Paper;
  readonly title: string;
  /** The unit that issues the document. */
  readonly author: string;
  /** Stands as creation date and in the file identifier: same data and instant, same bytes. */
  readonly createdAt: Instant;
};
type StructureOptions = { readonly alt?: string };

/**
 * A tagged PDF under way, with a cursor `y` that runs down the page. All lengths are points, y grows downward.
 * Every drawing stands inside `leaf` (read aloud) or `artifact` (not read aloud).
 */
export class Sheet {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
  readonly width: number;
  y: number;
  private readonly pdf: PDFKit.PDFDocument;
  private readonly bytes: Promise<Uint8Array>;
  private readonly parents: PDFKit.PDFStructureElement[];
  private open: { tag: string; contents: PDFKit.PDFStructureContent[] } | undefined;

  constructor({ paper, title, author, createdAt }: SheetOptions) {
    const { marginsMm } = paper;
    this.pdf = new PDFDocument({
      size: [points(paper.widthMm), points(paper.heightMm)],
      margin: 0,
      bufferPages: true,
      tagged: true,
      pdfVersion: "1.7",
      lang: "vi",
      displayTitle: true,
      font: "",
      info: {
        Title: title,
        Author: author,
        Creator: "Một Cửa",
        Producer: "Một Cửa",
        CreationDate: new Date(createdAt),
      },
    });
    for (const face of ["regular", "bold", "italic", "boldItalic"] as const) {
      // pdfkit 0.20 takes parsed fonts; its published types are those of 0.17.
      this.pdf.registerFont(face, serifFace(face) as unknown as Uint8Array);
    }
    this.left = points(marginsMm.left);
    this.top = points(marginsMm.top);
    this.bottom = points(paper.heightMm - marginsMm.bottom);
    this.width = points(paper.widthMm - marginsMm.left - marginsMm.right);
    this.y = this.top;
    this.bytes = collect(this.pdf);
    const root = this.pdf.struct("Document");
    this.pdf.addStructure(root);
    this.parents = [root];
  }

  /** Width of a text in points. */
  widthOf(text: string, face: Face, size: number): number {
    // Measured with a space behind, as words are drawn: pdfkit then shapes each word once and remembers it.
    const spaced = this.pdf.font(face).fontSize(size).widthOfString(`${text} `);
    return spaced - this.pdf.widthOfString(" ");
  }

  /** Draws one line of text, its top at y. */
  text(text: string, face: Face, size: number, x: number, y: number): void {
    this.pdf.font(face).fontSize(size).text(text, x, y, { lineBreak: false });
  }

  /** Draws a straight line. */
  rule(x1: number, y1: number, x2: number, y2: number, thickness = 0.6): void {
    this.pdf.lineWidth(thickness).moveTo(x1, y1).lineTo(x2, y2).stroke();
  }

  /** Fills rectangles [x, y, width, height] black, as one shape so that no seams show between them. */
  fill(rectangles: readonly (readonly [number, number, number, number])[]): void {
    for (const [x, y, width, height] of rectangles) this.pdf.rect(x, y, width, height);
    this.pdf.fill("black");
  }

  /** Goes to the next page unless the height still fits on this one. Nothing taller than a page fits anywhere. */
  need(height: number): void {
    if (this.y + height > this.bottom && this.y > this.top) this.nextPage();
  }

  nextPage(): void {
    if (this.open) this.pdf.endMarkedContent();
    this.pdf.addPage();
    this.y = this.top;
    if (this.open) this.open.contents.push(this.pdf.markStructureContent(this.open.tag));
  }

  /** A part of the structure that holds other parts: Table, TR. */
  group(tag: string, draw: () => void): void {
    const element = this.pdf.struct(tag);
    this.parents.at(-1)?.add(element);
    this.parents.push(element);
    draw();
    this.parents.pop();
    element.end();
  }

  /** A part that is read aloud: H1, P, TH, TD, Figure. It may run over several pages. */
  leaf(tag: string, draw: () => void, options: StructureOptions = {}): void {
    const open = { tag, contents: [this.pdf.markStructureContent(tag)] };
    this.open = open;
    draw();
    this.open = undefined;
    this.pdf.endMarkedContent();
    this.parents.at(-1)?.add(this.pdf.struct(tag, options, open.contents));
  }

  /** Lines, repeated table heads, page numbers: seen, not read aloud. Never inside a leaf. */
  artifact(draw: () => void, type: "Layout" | "Pagination" = "Layout"): void {
    this.pdf.markContent("Artifact", { type });
    draw();
    this.pdf.endMarkedContent();
  }

  /** Draws on every page in turn, the page number and the number of pages given; then gives the finished file. */
  finish(onEachPage?: (page: number, pages: number) => void): Promise<Uint8Array> {
    const { count } = this.pdf.bufferedPageRange();
    for (let page = 1; onEachPage && page <= count; page++) {
      this.pdf.switchToPage(page - 1);
      this.artifact(() => onEachPage(page, count), "Pagination");
    }
    this.parents[0]?.end();
    this.pdf.end();
    return this.bytes;
  }
}

function collect(pdf: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    pdf.on("data", (chunk: Uint8Array) => chunks.push(chunk));
    pdf.on("end", () => resolve(new Uint8Array(Buffer.concat(chunks))));
    pdf.on("error", reject);
  });
}
