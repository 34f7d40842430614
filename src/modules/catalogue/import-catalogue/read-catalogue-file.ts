import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createGunzip } from "node:zlib";
import { parse } from "csv-parse";
import { csvToRecord, SUMMARY_SILENT } from "./csv-record.ts";

/** One record of the file, or why there is none; `code` where the line still tells whose it was. */
export type FileLine =
  | {
      readonly line: number;
      readonly ok: true;
      readonly record: unknown;
      readonly silent: ReadonlySet<string>;
    }
  | { readonly line: number; readonly ok: false; readonly reason: string; readonly code: string | undefined };

export type CatalogueFile = {
  /** Reads line by line; memory stays flat whatever the size. Throws on a file that cannot be unpacked. */
  lines(): AsyncGenerator<FileLine>;
  /** 0 to 1 of the file's bytes. */
  share(): number;
};

const CARRIES_ALL: ReadonlySet<string> = new Set();
const CODE = /"code"\s*:\s*"([\d.]{8,})"/;

/** Opens a national export by its ending: .jsonl, .jsonl.gz or .csv; undefined for any other. */
export async function openCatalogueFile(path: string): Promise<CatalogueFile | undefined> {
  const kind = /\.(jsonl|jsonl\.gz|csv)$/.exec(path)?.[1];
  if (kind === undefined) return undefined;
  const { size } = await stat(path);
  const raw = createReadStream(path, { highWaterMark: 256 * 1024 });
  const share = () => (size === 0 ? 1 : Math.min(1, raw.bytesRead / size));
  if (kind === "csv") return { lines: () => csvLines(raw), share };
  if (kind === "jsonl") return { lines: () => jsonLines(raw), share };
  const unpacked = createGunzip();
  raw.on("error", (cause) => unpacked.destroy(cause));
  return { lines: () => jsonLines(raw.pipe(unpacked)), share };
}

async function* jsonLines(stream: AsyncIterable<Buffer>): AsyncGenerator<FileLine> {
  let number = 0;
  for await (const text of linesOf(stream)) {
    number++;
    if (text.trim() === "") continue;
    yield jsonLine(number, text);
  }
}

function jsonLine(line: number, text: string): FileLine {
  try {
    return { line, ok: true, record: JSON.parse(text) as unknown, silent: CARRIES_ALL };
  } catch {
    return { line, ok: false, reason: "not-json", code: CODE.exec(text)?.[1] };
  }
}

async function* linesOf(stream: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of stream) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = parts.pop() ?? "";
    yield* parts;
  }
  rest += decoder.decode();
  if (rest !== "") yield rest;
}

type CsvRow = { readonly record: string[]; readonly info: { readonly lines: number } };

/** A row with more or fewer columns than the head is broken, not shifted. */
async function* csvLines(stream: NodeJS.ReadableStream): AsyncGenerator<FileLine> {
  const parser = stream.pipe(parse({ bom: true, info: true, relax_column_count: true, relax_quotes: true }));
  stream.on("error", (cause) => parser.destroy(cause));
  let head: readonly string[] | undefined;
  for await (const { record: cells, info } of parser as AsyncIterable<CsvRow>) {
    const line = info.lines;
    if (head === undefined) {
      head = cells;
    } else if (cells.length === head.length) {
      const row = Object.fromEntries(head.map((name, index) => [name, cells[index] ?? ""]));
      yield { line, ok: true, record: csvToRecord(row), silent: SUMMARY_SILENT };
    } else {
      yield { line, ok: false, reason: "wrong-column-count", code: cells[head.indexOf("code")] };
    }
  }
}
