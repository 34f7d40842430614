import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { parseArgs } from "node:util";
import { type ImportReport, importCatalogue, importEntries } from "../modules/catalogue/index.ts";
import { systemClock } from "../platform/clock.ts";
import type { Config } from "../platform/config.ts";
import type { Database } from "../platform/database.ts";
import { print, printError, printTable } from "../platform/terminal/print.ts";
import { progressBar } from "../platform/terminal/progress-bar.ts";
import { openInstallation } from "./installation.ts";

const REFUSALS = {
  "no-such-file": "there is no such file",
  "unknown-format": "the file must end in .jsonl, .jsonl.gz or .csv",
  "unreadable-file": "the file cannot be read to its end; nothing was imported",
  "looks-partial":
    "the file lacks more than a fifth of the procedures in force; is it a part? Then say --partial. Nothing was imported",
  "not-permitted": "not permitted",
} as const;

/**
 * `npm run import-catalogue -- FILE`: brings the national catalogue in, all or nothing. `--partial`: the file is a part,
 * nothing is withdrawn. `--json OUT`: the whole account as JSON. Exit code 1 where nothing was imported.
 */
export async function importCatalogueFile(args: readonly string[], config: Config): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { partial: { type: "boolean" }, json: { type: "string" } },
    allowPositionals: true,
  });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) {
    printError("error: Name one file: npm run import-catalogue -- FILE");
    return 1;
  }
  const installation = await openInstallation(config);
  try {
    const { database } = installation;
    const bar = progressBar("importing", 100);
    const begun = systemClock();
    const result = await importCatalogue({ database, clock: systemClock }, file, {
      partial: values.partial ?? false,
      onProgress: (lines, share) => bar.update(Math.floor(share * 100), `${lines} lines`),
    });
    if (!result.ok) {
      printError(
        `error: ${REFUSALS[result.refusal]}${result.detail === undefined ? "" : ` (${result.detail})`}`,
      );
      return 1;
    }
    bar.finish(`${result.value.lines} lines`);
    printReport(result.value, (systemClock() - begun) / 1000);
    if (values.json !== undefined) await writeAccount(database, result.value, values.json);
    return 0;
  } finally {
    await installation.close();
  }
}

function printReport(report: ImportReport, seconds: number): void {
  print();
  printTable(
    ["lines", "new", "changed", "unchanged", "withdrawn", "to settle", "broken", "seconds"],
    [
      [
        report.lines,
        report.added,
        report.changed,
        report.unchanged,
        report.withdrawn,
        report.doubtful,
        report.broken,
        seconds.toFixed(1),
      ],
    ],
  );
  if (report.withdrawalHeld)
    print(
      "A broken line did not tell its code, so nothing was withdrawn: mend the file and import it again.",
    );
  if (report.broken > 0) {
    print(
      `\nBroken lines${report.broken > report.brokenLines.length ? ` (the first ${report.brokenLines.length})` : ""}:`,
    );
    printTable(
      ["line", "code", "reason"],
      report.brokenLines.map(({ line, code, reason }) => [line, code ?? "", reason]),
    );
  }
  print(`\nEvery difference: /officer/catalogue/imports/${report.importId}`);
}

/** Written entry by entry: the account of a first import is long. */
async function writeAccount(database: Database, report: ImportReport, path: string): Promise<void> {
  const out = createWriteStream(path);
  out.write(`{"report":${JSON.stringify(report)},"entries":[`);
  let first = true;
  for await (const entry of importEntries(database, report.importId)) {
    out.write(`${first ? "" : ","}\n${JSON.stringify(entry)}`);
    first = false;
  }
  out.end("\n]}\n");
  await once(out, "finish");
  print(`The whole account: ${path}`);
}
