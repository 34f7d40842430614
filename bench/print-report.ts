import { print, printTable } from "../src/platform/terminal/print.ts";
import type { LatencyReport } from "./latencies.ts";
import type { MachineFacts } from "./machine-facts.ts";
import type { SizeReport } from "./measure-size.ts";
import type { RecomputeReport } from "./recompute.ts";
import { holdsBar, type Line } from "./verdicts.ts";

/** Prints the machine and the table of bars. */
export function printClosing(machine: MachineFacts, lines: readonly Line[]): void {
  print();
  const { cores, processor, memoryGiB, node, postgres, settings, loadBefore } = machine;
  print(
    `${cores} cores (${processor}), ${memoryGiB} GiB, Node ${node}, PostgreSQL ${postgres}; load generator included`,
  );
  print(
    Object.entries(settings)
      .map(([name, value]) => `${name} ${value}`)
      .join(", "),
  );
  if (loadBefore > 0.5)
    print(`Others used this machine too: load ${loadBefore} before the run. Measure again alone.`);
  print();
  printTable(
    ["what", "measured", "bar", "ratio", ""],
    lines.map((line) => [
      line.what,
      `${short(line.measured)} ${line.unit}`.trim(),
      `${line.kind === "least" ? "≥" : "≤"} ${line.bar} ${line.unit}`.trim(),
      (line.measured / line.bar).toFixed(2),
      holdsBar(line) ? "ok" : "BELOW",
    ]),
  );
}

/** Prints all figures of one size. */
export function printSize(size: SizeReport): void {
  const { lifecycles, raw, underLoad, tracking, catalogue, projections, recompute } = size;
  print(`\n${size.cases} cases, ${(size.databaseBytes / 1e9).toFixed(2)} GB`);
  if (size.seededPerSecond !== undefined) print(`  seeded with ${short(size.seededPerSecond)} cases/s`);
  print(
    `  ${short(lifecycles.lifecyclesPerSecond)} lifecycles/s, ${short(lifecycles.commandsPerSecond)} commands/s, ${lifecycles.errors} errors`,
  );
  print(
    `  raw: ${short(raw.savesPerSecond)} saves/s, ${short(raw.updatesPerSecond)} one-row updates/s, pgbench ${raw.pgbench === undefined ? "absent" : `${short(raw.pgbench)} tps`}`,
  );
  const cpu = lifecycles.cpuPerCommand;
  if (cpu !== undefined)
    print(
      `  processor per command: web ${cpu.web.toFixed(2)} ms, database ${cpu.database.toFixed(2)} ms, load ${cpu.load.toFixed(2)} ms`,
    );
  for (const fault of lifecycles.faults) print(`  fault: ${fault}`);
  printLatencies("commands", lifecycles.requests);
  if (underLoad !== undefined) {
    print(`  paced, with readers: ${short(underLoad.lifecycles.lifecyclesPerSecond)} lifecycles/s`);
    printLatencies("commands, paced", underLoad.lifecycles.requests);
    printLatencies("pages under that load", underLoad.reads);
  }
  if (tracking !== undefined)
    print(
      `  tracking page alone: ${short(tracking.pagesPerSecond)}/s, p95 ${short(tracking.p95)} ms, first view ${tracking.firstViewBytes} bytes (page ${tracking.htmlBytes}, JavaScript ${tracking.javascriptBytes}), ${tracking.errors} errors`,
    );
  if (catalogue !== undefined)
    print(
      `  search of procedures: p50 ${short(catalogue.p50)} ms, p95 ${short(catalogue.p95)} ms, slowest "${catalogue.slowest.question}" ${short(catalogue.slowest.ms)} ms`,
    );
  if (recompute !== undefined) printRecompute(recompute);
  if (projections !== undefined)
    print(
      `  rebuild ${short(projections.rebuildSeconds)} s, check-chain ${short(projections.checkChainSeconds)} s, one day sealed in ${short(projections.sealDaySeconds)} s; ${projections.actions} actions, ${projections.mended} mended, ${projections.faults} faults`,
    );
}

function printRecompute({
  looked,
  moved,
  seconds,
  movedPerSecond,
  rawPerSecond,
  cpuPerCase,
  reads,
}: RecomputeReport): void {
  print(
    `  holiday: ${moved} of ${looked} cases moved in ${short(seconds)} s, ${short(movedPerSecond)}/s; raw ${short(rawPerSecond)}/s (ratio ${short(movedPerSecond / rawPerSecond)})`,
  );
  if (cpuPerCase !== undefined)
    print(
      `  processor per moved case: program ${cpuPerCase.program.toFixed(3)} ms, database ${cpuPerCase.database.toFixed(3)} ms`,
    );
  if (reads !== undefined) printLatencies("pages while it recomputes", reads);
}

function printLatencies(title: string, reports: Readonly<Record<string, LatencyReport>>): void {
  print();
  printTable(
    [title, "count", "errors", "p50 ms", "p95 ms", "p99 ms"],
    Object.entries(reports).map(([kind, { count, errors, p50, p95, p99 }]) => [
      kind,
      count,
      errors,
      ...[p50, p95, p99].map((ms) => Number(ms.toFixed(1))),
    ]),
  );
}

const short = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
