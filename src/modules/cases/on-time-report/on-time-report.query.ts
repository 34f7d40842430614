import {
  addDays,
  type Instant,
  instantOf,
  type LocalDate,
  localDateOf,
  toIso,
} from "../../../kernel/time.ts";
import type { Db } from "../case-store.ts";
import type { CasesDeps } from "../cases-deps.ts";

/** What a unit did in a period, and how much of it in time. */
export type UnitFigures = {
  readonly unitId: number;
  readonly received: number;
  readonly finished: number;
  readonly early: number;
  readonly onTime: number;
  readonly late: number;
  /** Open now and past the appointment. */
  readonly lateOpen: number;
};

/** Share of finished cases that were early or on time, 0..1; undefined where nothing was finished. */
export function onTimeRate(figures: Pick<UnitFigures, "early" | "onTime" | "late">): number | undefined {
  const judged = figures.early + figures.onTime + figures.late;
  return judged === 0 ? undefined : (figures.early + figures.onTime) / judged;
}

/**
 * Figures of each deciding unit between two days, both included, under the unit that decided at that time (also where
 * another took over since); late open cases as of now.
 */
export async function unitFigures(
  db: Db,
  from: LocalDate,
  to: LocalDate,
  now: Instant,
): Promise<UnitFigures[]> {
  const found = await db.query<UnitFigures>({
    name: "cases.unit-figures",
    text: `with received as (
        select coalesce(h.from_unit_id, f.deciding_unit_id) as unit, count(*)::int as n from cases.case_file as f
        left join cases.handed as h on h.case_id = f.id and f.received_at >= h.since and f.received_at < h.at
        where f.received_at >= $1 and f.received_at < $2 and f.status not in (1, 3) group by 1
      ), finished as (
        select coalesce(h.from_unit_id, f.deciding_unit_id) as unit, count(*)::int as n,
          count(*) filter (where f.verdict = 'early')::int as early,
          count(*) filter (where f.verdict = 'on-time')::int as on_time,
          count(*) filter (where f.verdict = 'late')::int as late
        from cases.case_file as f
        left join cases.handed as h on h.case_id = f.id and f.finished_at >= h.since and f.finished_at < h.at
        where f.finished_at >= $1 and f.finished_at < $2 group by 1
      ), open_late as (
        select f.deciding_unit_id as unit, count(*)::int as n
        from cases.running as r join cases.case_file as f on f.id = r.case_id
        where r.due_at < $3 and f.status in (2, 4) group by 1
      )
      select unit as "unitId", coalesce(received.n, 0) as received, coalesce(finished.n, 0) as finished,
        coalesce(finished.early, 0) as early, coalesce(finished.on_time, 0) as "onTime",
        coalesce(finished.late, 0) as late, coalesce(open_late.n, 0) as "lateOpen"
      from received full join finished using (unit) full join open_late using (unit) order by unit`,
    values: [toIso(instantOf(from, 0)), toIso(instantOf(addDays(to, 1), 0)), toIso(now)],
  });
  return found.rows;
}

/** The same for a page, as of now. */
export function onTimeFigures(
  deps: Pick<CasesDeps, "database" | "clock">,
  from: LocalDate,
  to: LocalDate,
): Promise<UnitFigures[]> {
  return unitFigures(deps.database.pool, from, to, deps.clock());
}

/** Today in the province, for the home page. */
export async function todayFigures(db: Db, now: Instant) {
  const today = localDateOf(now);
  const units = await unitFigures(db, today, today, now);
  const sum = (pick: (unit: UnitFigures) => number) => units.reduce((total, unit) => total + pick(unit), 0);
  const early = sum((unit) => unit.early);
  const onTime = sum((unit) => unit.onTime);
  const late = sum((unit) => unit.late);
  return {
    received: sum((unit) => unit.received),
    finished: sum((unit) => unit.finished),
    onTimeRate: onTimeRate({ early, onTime, late }),
  };
}
