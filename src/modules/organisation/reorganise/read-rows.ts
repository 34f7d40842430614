import { parse } from "csv-parse/sync";
import { searchKey } from "../../../kernel/vietnamese-text.ts";
import type { FormValues } from "../../../platform/http/form.ts";
import type { PlanOperation, PlanRow } from "../domain/plan-rows.ts";

/** A line that says nothing we know. */
export type LineFault = { readonly line: number; readonly text: string };
export type ReadRows = { readonly rows: readonly PlanRow[]; readonly faults: readonly LineFault[] };

/** How people call the operations, without marks. */
const WORDS: Readonly<Record<string, PlanOperation>> = {
  create: "create",
  lap: "create",
  "thanh lap": "create",
  merge: "merge",
  nhap: "merge",
  "sap nhap": "merge",
  split: "split",
  chia: "split",
  tach: "split",
  move: "move",
  chuyen: "move",
  "chuyen ve": "move",
  rename: "rename",
  "doi ten": "rename",
  dissolve: "dissolve",
  "giai the": "dissolve",
  "ket thuc": "dissolve",
  post: "post",
  "vi tri": "post",
};

/** The rows of the form: those typed one by one, then those of the pasted table. Empty ones count as not there. */
export function readRows(values: FormValues): ReadRows {
  const columns = ["rowOp", "rowUnit", "rowTo", "rowPart", "rowName"].map((name) =>
    [values[name] ?? ""].flat(),
  );
  const typed = (columns[0] ?? []).map((_, index) => columns.map((column) => column[index] ?? ""));
  const table = linesOf([values.table ?? ""].flat()[0] ?? "");
  const placed = [values.place ?? []].flat().map((text) => {
    const [unit = "", staffCode = "", to = ""] = text.split("|");
    return ["post", unit, to, staffCode];
  });
  const rows: PlanRow[] = [];
  const faults: LineFault[] = [];
  const read = (lines: readonly (readonly string[])[]) => {
    for (const [index, cells] of lines.entries()) {
      if (cells.every((cell) => cell.trim() === "")) continue;
      const row = rowOf(cells);
      if (row !== undefined) rows.push(row);
      // The head of a pasted table says what its columns are.
      else if (searchKey(cells[0] ?? "") !== "viec")
        faults.push({ line: index + 1, text: cells.join("; ").slice(0, 120) });
    }
  };
  read(typed);
  read(table);
  read(placed.filter((cells) => cells[2] !== ""));
  return { rows, faults };
}

function linesOf(text: string): string[][] {
  if (text.trim() === "") return [];
  const delimiter = [";", "\t", ","].find((sign) => text.includes(sign)) ?? ";";
  const options = {
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    bom: true,
  };
  return parse(text, { ...options, trim: true });
}

function rowOf(cells: readonly string[]): PlanRow | undefined {
  const [op = "", unit = "", to = "", part = "", name = "", level = "", kind = "", mountain = ""] = cells.map(
    (cell) => cell.normalize("NFC").trim(),
  );
  const known = WORDS[searchKey(op)];
  if (known === undefined || unit === "") return undefined;
  return {
    op: known,
    unit,
    to,
    part,
    name,
    ...(level === "" ? {} : { level }),
    ...(kind === "" ? {} : { kind }),
    ...(mountain === "" ? {} : { mountain: true }),
  };
}

const cell = (text: string): string => (/[;"\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The rows as a table that can be pasted again. */
export function tableOf(rows: readonly PlanRow[]): string {
  return rows
    .map(({ op, unit, to, part, name, level = "", kind = "", mountain }) =>
      [op, unit, to, part, name, level, kind, mountain === true ? "x" : ""]
        .map(cell)
        .join(";")
        .replace(/;+$/, ""),
    )
    .join("\n");
}
