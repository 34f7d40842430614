import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { type ImportedProcess, type ImportReport, readDecision } from "../modules/processes/index.ts";
import { print } from "../platform/terminal/print.ts";

/**
 * `npm run import-processes -- FILE [--json]`: reads the internal processes of a decision and says what was read, what a
 * person must confirm and what could not be read. The page "Quy trình nội bộ" takes the same file and keeps the drafts.
 */
export async function importProcesses(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: "boolean", default: false } },
  });
  const [file] = positionals;
  if (file === undefined) throw new Error("Name the file: npm run import-processes -- FILE");
  const read = readDecision(await readFile(file, "utf8"));
  if (!read.ok)
    throw new Error(
      read.refusal === "not-json"
        ? `${file} is no JSON.`
        : `${file} is no list of processes (article, level, title, time, steps).`,
    );
  if (values.json) print(JSON.stringify(read.value));
  else printReport(read.value);
  return 0;
}

function printReport({ records, processes, withoutSteps }: ImportReport): void {
  for (const process of processes) printProcess(process);
  for (const { article, title } of withoutSteps) print(`Điều ${article}  ${title}: no table of steps`);
  const steps = sum(processes, (one) => one.steps.length);
  const budgets = sum(processes, (one) => one.budgetsRead);
  const uncounted = sum(processes, (one) => one.steps.filter((step) => step.uncounted !== undefined).length);
  const notes = (kind: "confirm" | "unread") =>
    sum(processes, (one) => one.notes.filter((note) => note.kind === kind).length);
  print("");
  print(`${records} records: ${processes.length} processes, ${withoutSteps.length} without a table of steps`);
  print(`${steps} steps read, ${budgets} with their budget, ${uncounted} whose time does not count`);
  print(`${notes("confirm")} notes to confirm, ${notes("unread")} that could not be read`);
}

function printProcess({ article, part, title, limit, steps, budgetsRead, notes }: ImportedProcess): void {
  const term = limit === undefined ? "no limit read" : `${limit.amount} ${limit.unit}`;
  print(`Điều ${article}.${part}  ${title}: ${steps.length} steps, ${budgetsRead} budgets, ${term}`);
  for (const { step, kind, vi } of notes)
    print(`  ${kind === "unread" ? "✗" : "?"} ${step === undefined ? "" : `bước ${step}: `}${vi}`);
}

function sum<T>(list: readonly T[], of: (one: T) => number): number {
  return list.reduce((total, one) => total + of(one), 0);
}
