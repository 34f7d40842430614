import { addDays, instantOf, type LocalDate } from "../kernel/time.ts";
import { type WorkingCalendar, workingMinutesBetween } from "../kernel/working-calendar.ts";
import { type Pause, pausesBetween, urgingsBetween } from "../modules/cases/index.ts";
import type { Directory } from "../modules/organisation/index.ts";
import { careFigures, delayFigures } from "../modules/steering/index.ts";
import type { Database } from "../platform/database.ts";
import { print, printTable } from "../platform/terminal/print.ts";

/** Where the time went and what was done about it, as the tables and --json tell it. Minutes are working minutes. */
export type CareReport = Awaited<ReturnType<typeof careReport>>;

const LINES = 12;

/** Reads delay, pauses, warnings, urgings and apologies of the played days from the database. */
export async function careReport(
  database: Database,
  directory: Directory,
  calendar: WorkingCalendar,
  period: { readonly from: LocalDate; readonly to: LocalDate },
  now: number,
) {
  const { pool } = database;
  const { from, to } = period;
  const deps = { database, clock: () => now, calendarOf: () => calendar };
  const [delay, pauses, urgings, care] = await Promise.all([
    delayFigures(deps, period),
    pausesBetween(pool, from, to),
    urgingsBetween(pool, from, to),
    careFigures(pool, from, to),
  ]);
  return {
    delay: {
      cases: delay.cases,
      lateSteps: delay.lateSteps,
      overrun: delay.overrun,
      lines: delay.lines.map(({ unitId, ...line }) => ({ unit: directory.unit(unitId).shortName, ...line })),
    },
    pauses: pausesByReason(pauses, calendar, period, now),
    ...urgings,
    ...care,
  };
}

/** How often and for how long cases stood still within a period, by what was waited for; the longest in sum first. */
export function pausesByReason(
  pauses: readonly Pause[],
  calendar: WorkingCalendar,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
  now: number,
) {
  const begin = instantOf(from, 0);
  const end = Math.min(instantOf(addDays(to, 1), 0), now);
  return [...Map.groupBy(pauses, ({ work }) => work)]
    .map(([work, all]) => ({
      work,
      count: all.length,
      still: all.filter(({ closedAt }) => closedAt === null).length,
      minutes: all.reduce(
        (sum, { openedAt, closedAt }) =>
          sum + workingMinutesBetween(calendar, Math.max(openedAt, begin), Math.min(closedAt ?? end, end)),
        0,
      ),
    }))
    .sort((a, b) => b.minutes - a.minutes || (a.work < b.work ? -1 : 1));
}

/** Prints the report for the person at the terminal. */
export function printCareReport(report: CareReport): void {
  const { delay, pauses } = report;
  const hours = (minutes: number) => (minutes / 60).toFixed(1);
  print();
  print(
    `${delay.lateSteps} late steps in ${delay.cases} cases, ${hours(delay.overrun)} working hours beyond their time`,
  );
  printTable(
    ["delay of", "work", "post", "late steps", "working hours beyond"],
    delay.lines
      .slice(0, LINES)
      .map((line) => [line.unit.slice(0, 44), line.work, line.post, line.lateSteps, hours(line.overrun)]),
  );
  print();
  printTable(
    ["clock stood still for", "times", "still waiting", "working hours"],
    pauses.map((pause) => [WAITS[pause.work] ?? pause.work, pause.count, pause.still, hours(pause.minutes)]),
  );
  print();
  printTable(
    ["warnings sent", "urged", "answered", "apologies drafted", "signed"],
    [[report.warnings, report.urged, report.answered, report.apologiesDrafted, report.apologiesSigned]],
  );
}

const WAITS: Readonly<Record<string, string>> = {
  "await-supplement": "papers of the applicant",
  "await-payment": "a payment of the applicant",
  "await-outside": "somebody outside",
};
