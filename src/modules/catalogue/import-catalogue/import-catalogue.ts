import { createHash } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { basename } from "node:path";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { type Command, type CommandDeps, runCommand } from "../../../platform/command.ts";
import { type Actor, OPERATOR } from "../../../platform/permission.ts";
import type { Sql } from "../catalogue-store.ts";
import { importBatch, type ReadRecord } from "./import-batch.ts";
import {
  beginImport,
  endImport,
  type ImportCounts,
  type ImportEntry,
  insertEntries,
  missingFrom,
  withdraw,
} from "./import-store.ts";
import { nationalToContent } from "./national-to-content.ts";
import { type CatalogueFile, type FileLine, openCatalogueFile } from "./read-catalogue-file.ts";

export type ImportOptions = {
  /** The file is a part of the catalogue: what it does not name stays. */
  readonly partial?: boolean;
  /** Called after each batch with the lines read so far and the share of the file, 0 to 1. */
  readonly onProgress?: (lines: number, share: number) => void;
  /** Who imports; the operator at the terminal unless said. */
  readonly actor?: Actor;
};

export type ImportReport = ImportCounts & {
  readonly importId: number;
  /** The first broken lines; all of them are in the account of the import. */
  readonly brokenLines: readonly BrokenLine[];
  /** A broken line did not tell its code, so nothing was withdrawn: it might have been that line's. */
  readonly withdrawalHeld: boolean;
};
export type BrokenLine = {
  readonly line: number;
  readonly reason: string;
  readonly code: string | undefined;
};

export type ImportRefusal =
  | "no-such-file"
  | "unknown-format"
  | "unreadable-file"
  /** The file lacks more than a fifth of what is in force: probably a part; say so with `partial`. */
  | "looks-partial";

const BATCH = 300;
const SHOWN = 20;
/** So few missing procedures may be withdrawn without asking, whatever their share. */
const FEW = 20;

/**
 * Imports a file of the national catalogue, all or nothing: new procedures, changes field by field, withdrawals. What the
 * province has decided for itself stays. A broken line is reported with its number and stops nothing else. The same file a
 * second time changes nothing.
 */
export async function importCatalogue(
  deps: CommandDeps,
  file: string,
  options: ImportOptions = {},
): Promise<Result<ImportReport, ImportRefusal | "not-permitted">> {
  if (!existsSync(file)) return refuse("no-such-file", file);
  const opened = await openCatalogueFile(file);
  if (opened === undefined) return refuse("unknown-format", file);
  const sha256 = await fileHash(file);
  const command: Command<unknown, object, ImportReport, ImportRefusal> = {
    name: "catalogue.import",
    permission: "catalogue.manage",
    input: z.object({}),
    run: async ({ sql, now, about }) => {
      const importId = await beginImport(sql, { name: basename(file), sha256 }, now);
      const run = await readAll(sql, opened, { importId, at: now }, options);
      if (!run.ok) return run;
      const held = run.value.unnamedBroken > 0 && options.partial !== true;
      const gone = await withdrawMissing(sql, run.value, options.partial === true || held);
      if (!gone.ok) return gone;
      await withdraw(sql, gone.value, now);
      await insertEntries(
        sql,
        importId,
        gone.value.map((code) => ({ kind: "withdrawn", code })),
      );
      const counts: ImportCounts = { ...run.value.counts, withdrawn: gone.value.length };
      await endImport(sql, importId, counts, deps.clock());
      about(basename(file), { importId, ...counts });
      return ok({ importId, ...counts, brokenLines: run.value.broken.slice(0, SHOWN), withdrawalHeld: held });
    },
  };
  return runCommand(deps, options.actor ?? OPERATOR, command, {});
}

type Run = {
  readonly counts: Omit<ImportCounts, "withdrawn">;
  readonly codes: ReadonlySet<string>;
  readonly broken: readonly BrokenLine[];
  readonly unnamedBroken: number;
};

async function readAll(
  sql: Sql,
  file: CatalogueFile,
  run: { readonly importId: number; readonly at: number },
  options: ImportOptions,
): Promise<Result<Run, "unreadable-file">> {
  const counts = { lines: 0, added: 0, changed: 0, unchanged: 0, broken: 0, doubtful: 0 };
  const codes = new Set<string>();
  const broken: BrokenLine[] = [];
  let batch: ReadRecord[] = [];
  const flush = async () => {
    const done = await importBatch(sql, batch, run);
    for (const key of ["added", "changed", "unchanged", "doubtful"] as const) counts[key] += done[key];
    batch = [];
    options.onProgress?.(counts.lines, file.share());
  };
  const lines = file.lines();
  for (;;) {
    const next = await readNext(lines);
    if (!next.ok) return next;
    if (next.value === undefined) break;
    counts.lines++;
    const read = readLine(next.value, codes);
    if (read.ok) batch.push(read.record);
    else broken.push({ line: read.line, reason: read.reason, code: read.code });
    const code = read.ok ? read.record.content.code : read.code;
    if (code !== undefined) codes.add(code);
    if (batch.length === BATCH) await flush();
  }
  await flush();
  await insertEntries(sql, run.importId, broken.map(brokenEntry));
  counts.broken = broken.length;
  return ok({
    counts,
    codes,
    broken,
    unnamedBroken: broken.filter((line) => line.code === undefined).length,
  });
}

/** Only what the file itself cannot give is an expected failure; a fault of the database stays a bug. */
async function readNext(
  lines: AsyncGenerator<FileLine>,
): Promise<Result<FileLine | undefined, "unreadable-file">> {
  try {
    const next = await lines.next();
    return ok(next.done === true ? undefined : next.value);
  } catch (cause) {
    return refuse("unreadable-file", cause instanceof Error ? cause.message : String(cause));
  }
}

type ReadLine = { readonly ok: true; readonly record: ReadRecord } | ({ readonly ok: false } & BrokenLine);

function readLine(line: FileLine, seen: ReadonlySet<string>): ReadLine {
  if (!line.ok) return line;
  const mapped = nationalToContent(line.record);
  if (!mapped.ok) {
    return { ok: false, line: line.line, reason: mapped.detail ?? mapped.refusal, code: codeOf(line.record) };
  }
  const { content, doubts } = mapped.value;
  if (seen.has(content.code)) return { ok: false, line: line.line, reason: "code-twice", code: content.code };
  return { ok: true, record: { line: line.line, content, doubts, silent: line.silent } };
}

const Coded = z.object({ code: z.string().min(1) });
function codeOf(record: unknown): string | undefined {
  const coded = Coded.safeParse(record);
  return coded.success ? coded.data.code.trim() : undefined;
}

const brokenEntry = ({ line, reason, code }: BrokenLine): ImportEntry => ({
  kind: "broken",
  line,
  reason,
  ...(code === undefined ? {} : { code }),
});

async function withdrawMissing(
  sql: Sql,
  run: Run,
  keepAll: boolean,
): Promise<Result<readonly string[], "looks-partial">> {
  if (keepAll) return ok([]);
  const { missing, active } = await missingFrom(sql, [...run.codes]);
  if (missing.length > FEW && missing.length * 5 > active)
    return refuse("looks-partial", `${missing.length}/${active}`);
  return ok(missing);
}

async function fileHash(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}
