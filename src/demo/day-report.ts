import type { LocalDate } from "../kernel/time.ts";
import { onTimeRate, procedureFigures, slowestSteps, unitFigures } from "../modules/cases/index.ts";
import type { Directory } from "../modules/organisation/index.ts";
import type { Database } from "../platform/database.ts";
import { print, printTable } from "../platform/terminal/print.ts";

/** What the days brought, as the table and --json tell it. Rates are 0..1; null where nothing was finished. */
export type DayReport = Awaited<ReturnType<typeof dayReport>>;

/** Reads the figures of the played days from the database, not from the players' memory. */
export async function dayReport(
  database: Database,
  directory: Directory,
  from: LocalDate,
  to: LocalDate,
  now: number,
) {
  const { pool } = database;
  const [units, procedures, steps] = await Promise.all([
    unitFigures(pool, from, to, now),
    procedureFigures(pool, from, to),
    slowestSteps(pool, from, to, 10),
  ]);
  const named = units.map((unit) => ({
    unit: directory.unit(unit.unitId).code,
    name: directory.unit(unit.unitId).shortName,
    ...unit,
    onTimeRate: onTimeRate(unit) ?? null,
  }));
  const sum = (pick: (unit: (typeof named)[number]) => number) =>
    named.reduce((total, unit) => total + pick(unit), 0);
  const total = {
    received: sum((unit) => unit.received),
    finished: sum((unit) => unit.finished),
    early: sum((unit) => unit.early),
    onTime: sum((unit) => unit.onTime),
    late: sum((unit) => unit.late),
    lateOpen: sum((unit) => unit.lateOpen),
    returned: procedures.reduce((all, procedure) => all + procedure.returned, 0),
  };
  return {
    from,
    to,
    total: { ...total, onTimeRate: onTimeRate(total) ?? null },
    units: named.sort((a, b) => b.received - a.received),
    procedures,
    slowestSteps: steps.map((step) => ({ ...step, unit: directory.unit(step.unitId).shortName })),
  };
}

/** Prints the report for the person at the terminal. */
export function printDayReport(report: DayReport): void {
  const percent = (rate: number | null) => (rate === null ? "–" : `${(rate * 100).toFixed(1)} %`);
  const { total } = report;
  print();
  print(`${report.from} to ${report.to}`);
  printTable(
    ["received", "finished", "returned", "early", "on time", "late", "late, open", "on-time rate"],
    [
      [
        total.received,
        total.finished,
        total.returned,
        total.early,
        total.onTime,
        total.late,
        total.lateOpen,
        percent(total.onTimeRate),
      ],
    ],
  );
  print();
  printTable(
    ["unit", "received", "finished", "early", "on time", "late", "late, open", "rate"],
    report.units.map((unit) => [
      unit.name.slice(0, 44),
      unit.received,
      unit.finished,
      unit.early,
      unit.onTime,
      unit.late,
      unit.lateOpen,
      percent(unit.onTimeRate),
    ]),
  );
  print();
  printTable(
    ["procedure", "name", "received", "returned", "early", "on time", "late"],
    report.procedures.map((procedure) => [
      procedure.procedureCode,
      procedure.procedureName.slice(0, 48),
      procedure.received,
      procedure.returned,
      procedure.early,
      procedure.onTime,
      procedure.late,
    ]),
  );
  print();
  printTable(
    ["slowest work", "unit", "done", "avg. working minutes", "beyond its budget"],
    report.slowestSteps.map((step) => [
      step.work,
      step.unit.slice(0, 44),
      step.done,
      step.minutes,
      percent(step.lateShare),
    ]),
  );
}
