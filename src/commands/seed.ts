import { parseArgs } from "node:util";
import { systemClock } from "../platform/clock.ts";
import type { Config } from "../platform/config.ts";
import type { Database } from "../platform/database.ts";
import { print } from "../platform/terminal/print.ts";
import { progressBar } from "../platform/terminal/progress-bar.ts";
import { type SeedReport, seedProvince } from "../seed/seed-province.ts";
import { openInstallation } from "./installation.ts";

/** `npm run seed`: brings in the demonstration province, looking again at everything even if it was seeded before. */
export async function seed(args: readonly string[], config: Config): Promise<number> {
  parseArgs({ args: [...args] });
  const installation = await openInstallation(config);
  try {
    print(seedSentence(await seedWithProgress(installation.database, { force: true })));
    return 0;
  } finally {
    await installation.close();
  }
}

/** Seeds with a bar on the terminal; the bar does not show when there is nothing to do. */
export async function seedWithProgress(
  database: Database,
  options: { readonly force?: boolean } = {},
): Promise<SeedReport> {
  let bar: ReturnType<typeof progressBar> | undefined;
  const report = await seedProvince(
    { database, clock: systemClock },
    {
      ...options,
      progress: (phase, done, total) => {
        bar ??= progressBar("  seeding", total);
        bar.update(done, phase);
      },
    },
  );
  bar?.finish();
  return report;
}

/** "235 units, 717 officers added", or that all was there. */
export function seedSentence(report: SeedReport): string {
  const added = Object.entries(report).filter(([, count]) => count > 0);
  if (added.length === 0) return "the province is there already";
  return `${added.map(([kind, count]) => `${count} ${kind}`).join(", ")} added`;
}
