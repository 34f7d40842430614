import { parseArgs } from "node:util";
import { checkChain } from "../modules/cases/index.ts";
import type { Config } from "../platform/config.ts";
import { print } from "../platform/terminal/print.ts";
import { openInstallation } from "./installation.ts";

/**
 * `npm run check-chain`: checks the history of every case against its hashes, the sealed days and the latest root.
 * Exit code 1 when anything was changed behind the program's back; each finding names case and action.
 */
export async function checkHistory(args: readonly string[], config: Config): Promise<number> {
  parseArgs({ args: [...args] });
  const installation = await openInstallation(config);
  try {
    let told = 0;
    const report = await checkChain(installation.database.pool, (actions) => {
      if (actions - told < 100_000) return;
      told = actions;
      print(`${actions} actions checked`);
    });
    print(`${report.cases} cases, ${report.actions} actions checked`);
    for (const { kind, caseId, seq, day } of report.faults) {
      const where = [caseId && `case ${caseId}`, seq && `action ${seq}`, day && `day ${day}`]
        .filter(Boolean)
        .join(", ");
      print(`FAULT ${kind}: ${where}`);
    }
    print(report.faults.length === 0 ? "the history is whole" : `${report.faults.length} faults`);
    return report.faults.length === 0 ? 0 : 1;
  } finally {
    await installation.close();
  }
}
