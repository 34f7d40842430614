import { parseArgs } from "node:util";
import { rebuild } from "../modules/cases/index.ts";
import { rebuildBoard } from "../modules/steering/index.ts";
import { systemClock } from "../platform/clock.ts";
import type { Config } from "../platform/config.ts";
import { print } from "../platform/terminal/print.ts";
import { openInstallation } from "./installation.ts";

const TOLD_EVERY = 10_000;

/**
 * `npm run rebuild`: replays all actions and makes every projection what they say; a healthy database stays as it is.
 * `--check` only compares and ends with exit code 1 where something differs.
 */
export async function rebuildProjections(args: readonly string[], config: Config): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { check: { type: "boolean", default: false } } });
  const { check } = values;
  const installation = await openInstallation(config);
  try {
    const begun = systemClock();
    let told = 0;
    const report = await rebuild(installation.database.pool, {
      check,
      onProgress: (cases) => {
        if (cases - told < TOLD_EVERY) return;
        told = cases;
        print(`${cases} cases`);
      },
    });
    const seconds = ((systemClock() - begun) / 1000).toFixed(1);
    print(`${report.cases} cases, ${report.actions} actions replayed in ${seconds} s`);
    const differ = report.mended.length;
    if (differ === 0) print("all rows are what the actions say");
    else print(`${differ} cases ${check ? "differ" : "mended"}: ${report.mended.slice(0, 20).join(", ")}`);
    const board = await rebuildBoard(installation.database, systemClock(), { check });
    const wrong = board.wrongCases + board.wrongSums;
    if (wrong === 0) print("the live board is what the cases say");
    else
      print(
        `live board: ${board.wrongCases} cases and ${board.wrongSums} sums ${check ? "differ" : "mended"}`,
      );
    return check && differ + wrong > 0 ? 1 : 0;
  } finally {
    await installation.close();
  }
}
