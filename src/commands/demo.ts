import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { composeApp } from "../app.ts";
import { Browser } from "../demo/browser.ts";
import { careReport, printCareReport } from "../demo/care-report.ts";
import { printChangeReport } from "../demo/change-report.ts";
import { planOf } from "../demo/day-plan.ts";
import { dayReport, printDayReport } from "../demo/day-report.ts";
import { daysToPlay } from "../demo/days-to-play.ts";
import { Offices } from "../demo/offices.ts";
import { playDays } from "../demo/play-days.ts";
import { runJobs } from "../demo/run-jobs.ts";
import { SeededRandom } from "../demo/seeded-random.ts";
import { instantOf } from "../kernel/time.ts";
import { vietnamCalendar } from "../kernel/vietnam-calendar.ts";
import { demoUsernames } from "../modules/accounts/index.ts";
import { changesBetween, latestActionAt, trackingWord } from "../modules/cases/index.ts";
import { SettableClock, systemClock } from "../platform/clock.ts";
import type { Config } from "../platform/config.ts";
import { createLog } from "../platform/log.ts";
import { installationSecret } from "../platform/secret.ts";
import { print } from "../platform/terminal/print.ts";
import { progressBar } from "../platform/terminal/progress-bar.ts";
import { seedProcedures } from "../seed/data/procedures.ts";
import { DEMO_PASSWORD } from "../seed/demo-accounts.ts";
import { openInstallation } from "./installation.ts";
import { seedWithProgress } from "./seed.ts";

/**
 * `npm run demo`: plays working days in the province through the HTTP interface of a server of its own on the same
 * database, with a simulated clock, and tells what came of it.
 * Options: --days N (1), --cases N a day (2000), --seed N, --json FILE.
 */
export async function demo(args: readonly string[], config: Config): Promise<number> {
  const options = optionsOf(args);
  const installation = await openInstallation(config);
  const { database } = installation;
  try {
    await seedWithProgress(database);
    const calendar = vietnamCalendar();
    const days = daysToPlay(options.days, systemClock(), await latestActionAt(database.pool), calendar);
    const [first, last] = [days[0], days.at(-1)];
    if (first === undefined || last === undefined) throw new Error("--days must be at least 1");
    const clock = new SettableClock(instantOf(first, 6 * 60 + 30));
    const app = await composeApp({
      config,
      database,
      clock: clock.read,
      log: createLog(config.logLevel),
      limits: { anonymousPerMinute: 1_000_000, sessionPerMinute: 1_000_000 },
    });
    const base = await app.app.listen({ host: "127.0.0.1", port: 0 });
    const random = new SeededRandom(options.seed);
    const key = await installationSecret(database, "tracking");
    const bar = progressBar("a day in the province", options.days * options.cases);
    // A day that breaks off must not leave requests running on a closed database.
    const played = await playDays({
      days,
      errandsADay: options.cases,
      plan: planOf(app.directory, seedProcedures, random),
      clock,
      world: {
        offices: new Offices(base, DEMO_PASSWORD, app.directory, await demoUsernames(database.pool)),
        random,
        calendar,
        now: clock.read,
        citizen: new Browser(base),
        wordOf: (caseId) => trackingWord(key, caseId).printed,
      },
      program: (names) => runJobs(app.jobs, names, clock.read()),
      onProgress: (done, _total, note) => bar.update(done, note),
    }).finally(() => app.app.close());
    bar.finish(`${played.touches} pieces of work, ${played.open} cases still open`);
    const report = await dayReport(database, app.directory, first, last, clock.read());
    printDayReport(report);
    const care = await careReport(database, app.directory, calendar, { from: first, to: last }, clock.read());
    printCareReport(care);
    const changes = await changesBetween(database.pool, first, last);
    printChangeReport(played, changes);
    for (const [what, count] of Object.entries(played.unplayed))
      print(`Left waiting, ${count} cases: ${what}.`);
    if (options.json !== undefined)
      await writeFile(options.json, `${JSON.stringify({ played, ...report, care, changes }, null, 2)}\n`);
    print();
    print(`Start the province with npm start and look round: ${report.total.received} cases were received.`);
    return 0;
  } finally {
    await installation.close();
  }
}

function optionsOf(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      days: { type: "string", default: "1" },
      cases: { type: "string", default: "2000" },
      seed: { type: "string", default: "20260701" },
      json: { type: "string" },
    },
  });
  return {
    days: positive(values.days, "--days"),
    cases: positive(values.cases, "--cases"),
    seed: positive(values.seed, "--seed"),
    json: values.json,
  };
}

function positive(text: string, option: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1)
    throw new Error(`${option} takes a whole number from 1 on.`);
  return number;
}
