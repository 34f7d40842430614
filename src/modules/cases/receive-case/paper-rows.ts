import type { FormValues } from "../../../platform/http/form.ts";
import type { Paper, ProcedureContent } from "../../catalogue/index.ts";
import type { FileRef } from "../domain/people.ts";

/** A line of the table of papers: of the procedure's list, or free. */
export type PaperRow = {
  /** "p1" as in the catalogue, "o1" for a free line. */
  readonly id: string;
  readonly paper?: Paper;
};

/** Free lines that wait below the last one in use. */
const FREE_LINES = 2;
const MOST_FREE = 12;

/** The papers of a procedure or of its variant, and free lines: two more than are in use. */
export function paperRows(content: ProcedureContent, values: FormValues): readonly PaperRow[] {
  const variantCode = typed(values, "variantCode");
  const variant = content.variants.find((candidate) => candidate.code === variantCode);
  const wanted = variant?.paperIds;
  const listed = content.papers.filter((paper) => wanted === undefined || wanted.includes(paper.id));
  const freeLines = Array.from({ length: MOST_FREE }, (_, index) => ({ id: `o${index + 1}` }));
  const used =
    1 +
    freeLines.findLastIndex((row) =>
      [paperField(row, "name"), paperField(row, "kept")].some((name) => typed(values, name).trim() !== ""),
    );
  return [
    ...listed.map((paper) => ({ id: paper.id, paper })),
    ...freeLines.slice(0, Math.min(used + FREE_LINES, MOST_FREE)),
  ];
}

/** Name of a field of a line, such as "paper.p1.form"; without a part the tick itself. */
export const paperField = (row: PaperRow, part?: "form" | "count" | "file" | "kept" | "name"): string =>
  part === undefined ? `paper.${row.id}` : `paper.${row.id}.${part}`;

/** One text of a form as it was sent. */
export function typed(values: FormValues, name: string): string {
  return [values[name] ?? ""].flat()[0] ?? "";
}

/** Whether the line counts: ticked, named, or with a file. */
export function isGiven(row: PaperRow, values: FormValues, files: readonly FileRef[]): boolean {
  if (row.paper === undefined)
    return typed(values, paperField(row, "name")).trim() !== "" || files.length > 0;
  return typed(values, paperField(row)) !== "" || files.length > 0;
}

/** The lines that count, as the command takes them. */
export function papersGiven(
  rows: readonly PaperRow[],
  values: FormValues,
  filesOf: (row: PaperRow) => readonly FileRef[],
) {
  return rows
    .filter((row) => isGiven(row, values, filesOf(row)))
    .map((row) => ({
      row,
      input: {
        ...(row.paper === undefined ? {} : { id: row.id }),
        name: row.paper?.name ?? typed(values, paperField(row, "name")),
        form: typed(values, paperField(row, "form")) || formAsked(row.paper),
        count: typed(values, paperField(row, "count")) || "1",
        files: [...filesOf(row)],
      },
    }));
}

/** How a paper usually comes: a copy where the catalogue asks for copies alone. */
export function formAsked(paper: Paper | undefined): "original" | "copy" {
  return paper !== undefined && paper.originals === 0 && paper.copies > 0 ? "copy" : "original";
}
