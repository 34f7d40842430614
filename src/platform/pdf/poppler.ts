import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A page in grey: one byte a pixel, 0 black, row by row. */
export type GreyPage = { readonly width: number; readonly height: number; readonly pixels: Uint8Array };

/** For tests: whether the programs of poppler are installed, an independent reader of what we write. */
export const popplerInstalled = ["pdftotext", "pdftoppm"].every(
  (program) => spawnSync(program, ["-v"]).error === undefined,
);

/** The text of each page, laid out as it stands on paper; no-break spaces are given as spaces. */
export function pagesOfText(pdf: Uint8Array): readonly string[] {
  const text = inFolder(pdf, (file) => run("pdftotext", ["-layout", "-enc", "UTF-8", file, "-"]).toString());
  return text.replaceAll("\u00a0", " ").split("\f").slice(0, -1);
}

/** The whole text in one line, for looking up sentences that were broken over lines. */
export function flowingText(pdf: Uint8Array): string {
  return pagesOfText(pdf).join(" ").replace(/\s+/g, " ");
}

/** The first page as an image. */
export function greyPage(pdf: Uint8Array, dotsPerInch: number): GreyPage {
  const image = inFolder(pdf, (file) =>
    run("pdftoppm", ["-gray", "-r", `${dotsPerInch}`, "-f", "1", "-l", "1", "-singlefile", file]),
  );
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(image.subarray(0, 40).toString("latin1"));
  if (!head) throw new Error("pdftoppm gave no PGM image");
  const pixels = new Uint8Array(image.subarray(head[0].length));
  return { width: Number(head[1]), height: Number(head[2]), pixels };
}

function inFolder<T>(pdf: Uint8Array, read: (file: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "pdf-"));
  try {
    const file = join(folder, "form.pdf");
    writeFileSync(file, pdf);
    return read(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(program: string, args: readonly string[]): Buffer {
  const { status, stdout, stderr, error } = spawnSync(program, [...args], { maxBuffer: 1 << 28 });
  if (error) throw error;
  if (status !== 0) throw new Error(`${program}: ${stderr.toString()}`);
  return stdout;
}
