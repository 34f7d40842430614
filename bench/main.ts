import { mkdir, writeFile } from "node:fs/promises";
import pg from "pg";
import { toIso } from "../src/kernel/time.ts";
import { systemClock } from "../src/platform/clock.ts";
import { startEmbeddedPostgres } from "../src/platform/embedded-postgres.ts";
import { print } from "../src/platform/terminal/print.ts";
import { benchOptions } from "./bench-options.ts";
import { measureBoard, printBoard } from "./board.ts";
import { type MachineFacts, machineFacts } from "./machine-facts.ts";
import { measureSize, type SizeReport } from "./measure-size.ts";
import { printClosing, printSize } from "./print-report.ts";
import { linesOf } from "./verdicts.ts";

/** `npm run bench -- --cases 10000,1000000 --seconds 20 --json FILE`: measures, prints, and judges by the bars. */
const options = benchOptions(process.argv.slice(2), process.env.BENCH_DATA_DIR);
await mkdir(options.dataDir, { recursive: true });
const server = await startEmbeddedPostgres(options.dataDir);
try {
  const machine = await factsOf(server.url);
  print(`Measuring in ${options.dataDir}`);
  const sizes: SizeReport[] = [];
  const { board } = options;
  if (board !== undefined) printBoard(await measureBoard(server.url, board, options.dataDir));
  for (const size of board === undefined ? [0, ...options.sizes] : []) {
    const measured = await measureSize(server.url, size, options, size === options.sizes.at(-1));
    printSize(measured);
    sizes.push(measured);
  }
  const lines = board === undefined ? linesOf(sizes) : [];
  printClosing(machine, lines);
  if (options.json !== undefined) {
    const report = { at: toIso(systemClock()), options, machine, sizes, lines };
    await writeFile(options.json, `${JSON.stringify(report, null, 2)}\n`);
    print(`\nAll figures: ${options.json}`);
  }
} finally {
  await server.stop();
}

async function factsOf(url: string): Promise<MachineFacts> {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  const facts = await machineFacts(pool);
  await pool.end();
  return facts;
}
