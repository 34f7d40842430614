import { addDays, type Instant, instantOf, type LocalDate, toIso } from "../../../kernel/time.ts";
import type { Db } from "../case-store.ts";
import type { StepWork } from "../domain/case-action.ts";
import { urgedAt } from "../urge/urged-at.sql.ts";

/** What a unit did on a day, and how much of what it holds is late now. */
export type DayCounts = {
  readonly received: number;
  readonly finished: number;
  readonly finishedLate: number;
  readonly stepsDone: number;
  readonly lateNow: number;
};

/** Counts of one unit: cases it received or decides, results it issued, steps it did on the day. */
export async function dayCounts(db: Db, unitId: number, day: LocalDate, now: Instant): Promise<DayCounts> {
  const found = await db.query<DayCounts>({
    name: "cases.day-counts",
    text: `select
        (select count(*)::int from (
          select f.id from cases.case_file as f
            where f.deciding_unit_id = $1 and f.received_at >= $2 and f.received_at < $3 and f.status not in (1, 3)
          union select f.id from cases.case_file as f
            where f.receiving_unit_id = $1 and f.received_at >= $2 and f.received_at < $3 and f.status not in (1, 3)
        ) as r) as received,
        (select count(*)::int from cases.case_file as f
          where f.deciding_unit_id = $1 and f.finished_at >= $2 and f.finished_at < $3) as finished,
        (select count(*)::int from cases.case_file as f where f.deciding_unit_id = $1
          and f.finished_at >= $2 and f.finished_at < $3 and f.verdict = 'late') as "finishedLate",
        (select count(*)::int from cases.step as s
          where s.unit_id = $1 and s.closed_at >= $2 and s.closed_at < $3) as "stepsDone",
        (select count(*)::int from cases.running as r join cases.case_file as f on f.id = r.case_id
          where r.due_at < $4 and f.status in (2, 4)
            and (f.deciding_unit_id = $1 or f.holder_unit_id = $1)) as "lateNow"`,
    values: [unitId, toIso(instantOf(day, 0)), toIso(instantOf(addDays(day, 1), 0)), toIso(now)],
  });
  return found.rows[0] ?? { received: 0, finished: 0, finishedLate: 0, stepsDone: 0, lateNow: 0 };
}

/** A case in a list of the digest, with the step that is meant. */
export type DigestCase = {
  readonly caseId: string;
  readonly caseCode: string;
  readonly procedureName: string;
  readonly work: StepWork | null;
  readonly unitId: number | null;
  readonly officerId: number | null;
  readonly dueAt: Instant | null;
  /** When it was urged or asked, where that is what the list is about. */
  readonly since: Instant | null;
};

const CASE = `f.id as "caseId", f.code as "caseCode", f.procedure_name as "procedureName"`;
const STEP = `s.work, s.unit_id as "unitId", s.officer_id as "officerId"`;

/** After an apology the new date is owed or, where the lawful date moved past it, that one. */
const RENEWED_DUE = `greatest(f.due_at,
  to_timestamp((f.state -> 'clock' ->> 'newDueAt')::bigint / 1000.0))`;

/** Cases that a unit decides or holds whose result is owed on these days, both included. */
export async function dueBetween(
  db: Db,
  unitId: number,
  from: Instant,
  to: LocalDate,
  limit: number,
): Promise<DigestCase[]> {
  const found = await db.query<DigestCase>({
    name: "cases.digest-due",
    text: `with due as (
        select r.case_id, r.due_at from cases.running as r join cases.case_file as f on f.id = r.case_id
          where r.due_at >= $2 and r.due_at < $3 and not f.redated
        union all
        select r.case_id, ${RENEWED_DUE} from cases.running as r join cases.case_file as f on f.id = r.case_id
          where r.due_at < $3 and f.redated and ${RENEWED_DUE} >= $2 and ${RENEWED_DUE} < $3)
      select ${CASE}, ${STEP}, due.due_at as "dueAt", null as since
      from due join cases.case_file as f on f.id = due.case_id
      left join lateral (select * from cases.step as s where s.case_id = f.id and s.closed_at is null
        order by s.seq limit 1) as s on true
      where f.status in (2, 4) and (f.deciding_unit_id = $1 or f.holder_unit_id = $1)
      order by due.due_at, f.id limit $4`,
    values: [unitId, toIso(from), toIso(instantOf(addDays(to, 1), 0)), limit],
  });
  return found.rows;
}

/** Steps of a unit that a leader urged and nobody answered, oldest urging first. */
export async function urgedUnanswered(db: Db, unitId: number, limit: number): Promise<DigestCase[]> {
  const found = await db.query<DigestCase>({
    name: "cases.digest-urged",
    text: `select ${CASE}, ${STEP}, s.due_at as "dueAt", ${urgedAt("f.state", "s.seq")} as since
      from cases.step as s join cases.case_file as f on f.id = s.case_id
      where s.closed_at is null and s.unit_id = $1 and ${urgedAt("f.state", "s.seq")} is not null
      order by since, f.id limit $2`,
    values: [unitId, limit],
  });
  return found.rows;
}

/** Opinions that the unit owes to others, or that others owe to it. */
export async function opinionsUnanswered(db: Db, unitId: number, limit: number): Promise<DigestCase[]> {
  const found = await db.query<DigestCase>({
    name: "cases.digest-opinions",
    text: `select ${CASE}, ${STEP}, s.due_at as "dueAt", s.opened_at as since
      from cases.step as s join cases.case_file as f on f.id = s.case_id
      where s.closed_at is null and s.work = 'opinion' and s.case_id in (
        select case_id from cases.step where closed_at is null and unit_id = $1 and work = 'opinion'
        union select h.case_id from cases.step as h join cases.case_file as held on held.id = h.case_id
          where h.closed_at is null and h.unit_id = $1 and held.holder_unit_id = $1)
      order by s.due_at nulls last, f.id limit $2`,
    values: [unitId, limit],
  });
  return found.rows;
}
