import { type Instant, toIso } from "../../../kernel/time.ts";
import type { Db } from "../case-store.ts";

/** A case and its appointment, as far as apologies and what follows them depend on it. */
export type AppointmentFacts = {
  readonly caseId: string;
  readonly caseCode: string;
  readonly procedureName: string;
  readonly status: number;
  readonly decidingUnitId: number;
  readonly holderUnitId: number | null;
  /** When the running time limit began. */
  readonly startedAt: Instant | null;
  /** Null while the clock stands still, or where there is no appointment. */
  readonly dueAt: Instant | null;
  /** The date that an apology named. */
  readonly newDueAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly redated: boolean;
};

const FACTS = `f.id as "caseId", f.code as "caseCode", f.procedure_name as "procedureName", f.status,
  f.deciding_unit_id as "decidingUnitId", f.holder_unit_id as "holderUnitId",
  (f.state -> 'clock' ->> 'startedAt')::bigint as "startedAt", f.due_at as "dueAt",
  (f.state -> 'clock' ->> 'newDueAt')::bigint as "newDueAt",
  (f.state -> 'clock' ->> 'endedAt')::bigint as "endedAt", f.redated`;

/** A case whose result is owed soon or late and that has none. */
export type NearlyDueCase = AppointmentFacts & {
  readonly dueAt: Instant;
  readonly processId: number;
  /** The step of the process that is open, and since when. */
  readonly processStep: string | null;
  readonly stepOpenedAt: Instant | null;
};

/** One page of the cases in work (states 2 and 4) that are due before a moment, apologised for or not, by due time. */
export async function nearlyDue(
  db: Db,
  page: {
    readonly dueBefore: Instant;
    readonly after?: Pick<NearlyDueCase, "dueAt" | "caseId">;
    readonly limit: number;
  },
): Promise<NearlyDueCase[]> {
  const found = await db.query<NearlyDueCase>({
    name: "cases.nearly-due",
    text: `select ${FACTS}, f.process_id as "processId",
        s.process_step as "processStep", s.opened_at as "stepOpenedAt"
      from cases.running as r join cases.case_file as f on f.id = r.case_id
      left join lateral (
        select s.process_step, s.opened_at from cases.step as s
        where s.case_id = f.id and s.closed_at is null
          and s.work in ('receive', 'process', 'review', 'approve', 'issue')
        order by s.seq desc limit 1
      ) as s on true
      where r.due_at < $1 and (r.due_at, r.case_id) > ($2::timestamptz, $3::uuid) and f.status in (2, 4)
      order by r.due_at, r.case_id limit $4`,
    values: [
      toIso(page.dueBefore),
      page.after === undefined ? "-infinity" : toIso(page.after.dueAt),
      page.after?.caseId ?? "00000000-0000-0000-0000-000000000000",
      page.limit,
    ],
  });
  return found.rows;
}

/** What became of a case for which an apology was drafted. */
export type ApologyFacts = AppointmentFacts & {
  /** Number of the action that apologised. */
  readonly apologySeq: number | null;
};

export async function apologyFacts(db: Db, caseIds: readonly string[]): Promise<ApologyFacts[]> {
  const found = await db.query<ApologyFacts>({
    name: "cases.apology-facts",
    text: `select ${FACTS},
        case when f.redated then (select max(a.seq) from cases.action as a
          where a.case_id = f.id and a.type = 'apologised') end as "apologySeq"
      from cases.case_file as f where f.id = any ($1::uuid[])`,
    values: [caseIds],
  });
  return found.rows;
}
