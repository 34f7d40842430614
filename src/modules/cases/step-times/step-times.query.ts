import { addDays, instantOf, type LocalDate, toIso } from "../../../kernel/time.ts";
import type { Db } from "../case-store.ts";

/** What became of the cases of a procedure that were received in a period. */
export type ProcedureFigures = {
  readonly procedureCode: string;
  readonly procedureName: string;
  readonly received: number;
  readonly returned: number;
  readonly early: number;
  readonly onTime: number;
  readonly late: number;
};

/** Figures of each procedure between two days, both included, by day of receipt; the most received first. */
export async function procedureFigures(db: Db, from: LocalDate, to: LocalDate): Promise<ProcedureFigures[]> {
  const found = await db.query<ProcedureFigures>({
    name: "cases.procedure-figures",
    text: `select f.procedure_code as "procedureCode", max(f.procedure_name) as "procedureName",
        count(*) filter (where f.status <> 3)::int as received, count(f.returned_at)::int as returned,
        count(*) filter (where f.verdict = 'early')::int as early,
        count(*) filter (where f.verdict = 'on-time')::int as "onTime",
        count(*) filter (where f.verdict = 'late')::int as late
      from cases.case_file as f where f.received_at >= $1 and f.received_at < $2
      group by f.procedure_code order by received desc, f.procedure_code`,
    values: period(from, to),
  });
  return found.rows;
}

/** How long a kind of work of a unit takes against its budget. */
export type StepTimes = {
  readonly unitId: number;
  readonly work: string;
  readonly done: number;
  /** Average working minutes. */
  readonly minutes: number;
  /** Share done after the step's own due time, 0..1. */
  readonly lateShare: number;
};

/**
 * The slowest kinds of work by unit between two days, both included: those most often beyond their budget first. Waiting for
 * the applicant, or for the members of a group, is nobody's slowness and left out.
 */
export async function slowestSteps(
  db: Db,
  from: LocalDate,
  to: LocalDate,
  limit: number,
): Promise<StepTimes[]> {
  const found = await db.query<StepTimes>({
    name: "cases.slowest-steps",
    text: `select s.unit_id as "unitId", s.work, count(*)::int as done,
        round(avg(s.consumed_minutes))::int as minutes,
        (count(*) filter (where s.closed_at > s.due_at))::float8 / count(*) as "lateShare"
      from cases.step as s
      where s.closed_at >= $1 and s.closed_at < $2 and s.work not in ('return', 'await-supplement', 'await-payment', 'coordinate')
        and s.uncounted is null and s.due_at is not null and s.consumed_minutes is not null
      group by s.unit_id, s.work having count(*) >= 5
      order by "lateShare" desc, minutes desc limit $3`,
    values: [...period(from, to), limit],
  });
  return found.rows;
}

function period(from: LocalDate, to: LocalDate): string[] {
  return [toIso(instantOf(from, 0)), toIso(instantOf(addDays(to, 1), 0))];
}
