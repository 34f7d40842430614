import { parseArgs } from "node:util";
import type { Config } from "../platform/config.ts";
import { print } from "../platform/terminal/print.ts";
import { openInstallation } from "./installation.ts";

/** `npm run migrate`: brings the database to the newest schema and ends. */
export async function migrateDatabase(args: readonly string[], config: Config): Promise<number> {
  parseArgs({ args: [...args] });
  const installation = await openInstallation(config);
  for (const name of installation.migrated) print(`applied ${name}`);
  print(installation.migrated.length === 0 ? "The schema is up to date." : "Done.");
  await installation.close();
  return 0;
}
