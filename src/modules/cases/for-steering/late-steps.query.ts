import { addDays, type Instant, instantOf, type LocalDate, toIso } from "../../../kernel/time.ts";
import type { Db } from "../case-store.ts";
import type { StepWork } from "../domain/case-action.ts";

/** A piece of work of a case, done or not. */
export type TimedStep = {
  readonly seq: number;
  readonly work: StepWork;
  readonly unitId: number;
  readonly post: string;
  readonly openedAt: Instant;
  readonly closedAt: Instant | null;
  readonly dueAt: Instant | null;
  /** Working minutes that it was given; null: what lies between opening and due date. */
  readonly budgetMinutes: number | null;
  /** The clock of the case stood while it was open. */
  readonly uncounted: boolean;
};

/** A case with all its steps. */
export type TimedCase = {
  readonly caseId: string;
  readonly caseCode: string;
  readonly procedureName: string;
  readonly decidingUnitId: number;
  readonly steps: readonly TimedStep[];
};

const CHUNK = 2000;

/**
 * Every case in which a step was done after its time between two days, both included, or is beyond it now and the
 * period reaches until now, its clock standing or not; with all its steps, in portions.
 */
export async function* casesWithLateSteps(
  db: Db,
  from: LocalDate,
  to: LocalDate,
  now: Instant,
): AsyncGenerator<TimedCase[]> {
  const end = instantOf(addDays(to, 1), 0);
  const found = await db.query<{ id: string }>({
    name: "cases.late-steps",
    text: `select distinct case_id as id from cases.step
        where closed_at >= $1 and closed_at < $2 and closed_at > due_at and work not in ('return', 'coordinate') and uncounted is null
      union
      select case_id from cases.step where $3::timestamptz < $2::timestamptz
        and closed_at is null and due_at < $3 and work not in ('return', 'coordinate') and uncounted is null`,
    values: [toIso(instantOf(from, 0)), toIso(end), toIso(now)],
  });
  const ids = found.rows.map((row) => row.id);
  for (let start = 0; start < ids.length; start += CHUNK)
    yield timedCases(db, ids.slice(start, start + CHUNK));
}

async function timedCases(db: Db, ids: readonly string[]): Promise<TimedCase[]> {
  const found = await db.query<Omit<TimedCase, "steps"> & TimedStep>({
    name: "cases.timed-cases",
    text: `select f.id as "caseId", f.code as "caseCode", f.procedure_name as "procedureName",
        f.deciding_unit_id as "decidingUnitId", s.seq, s.work, s.unit_id as "unitId", s.post_kind as post,
        s.opened_at as "openedAt", s.closed_at as "closedAt", s.due_at as "dueAt",
        s.budget_minutes as "budgetMinutes", s.uncounted is not null as uncounted
      from cases.step as s join cases.case_file as f on f.id = s.case_id
      where s.case_id = any ($1::uuid[]) order by s.case_id, s.seq`,
    values: [ids],
  });
  const cases = new Map<string, TimedCase & { steps: TimedStep[] }>();
  for (const { caseId, caseCode, procedureName, decidingUnitId, ...step } of found.rows) {
    const known = cases.get(caseId) ?? { caseId, caseCode, procedureName, decidingUnitId, steps: [] };
    known.steps.push(step);
    cases.set(caseId, known);
  }
  return [...cases.values()];
}
