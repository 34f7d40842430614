import { type Instant, toIso } from "../../kernel/time.ts";
import type { Db } from "./db.ts";

/** What a notice is about: a step, the appointment of a case, or silence that becomes an answer. */
export type NoticeKind =
  | "warning"
  | "urged"
  | "apology"
  | "apology-due"
  | "new-date"
  | "new-date-due"
  | "silence";

/** A notice to be given. */
export type NewNotice = {
  readonly kind: NoticeKind;
  readonly caseId: string;
  readonly stepSeq: number;
  readonly ruleCode: string;
  readonly percent?: number | undefined;
  readonly minutesAfterDue?: number | undefined;
  readonly caseCode: string;
  readonly procedureName: string;
  readonly work: string;
  readonly unitId: number;
  readonly dueAt: Instant | null;
  readonly to: { readonly unitId: number; readonly post: string; readonly officerId?: number };
};

/**
 * Gives those notices that were not given before and answers how many. The key of case, step, rule and officer makes
 * sure that nothing is said twice, however often and by however many workers this runs; what was settled and is owed
 * again stands open again, and what was said to a chair in which nobody sits now goes on to the one that hears in its
 * place. An officer hears nothing in person that all of their post were told.
 */
export async function giveNotices(db: Db, notices: readonly NewNotice[], at: Instant): Promise<number> {
  if (notices.length === 0) return 0;
  const given = await db.query({
    name: "steering.give-notices",
    text: `insert into steering.notice as old (kind, case_id, step_seq, rule_code, percent, minutes_after_due, case_code,
        procedure_name, work, unit_id, due_at, to_officer_id, to_unit_id, to_post, at)
      select n.*, $15::timestamptz
      from unnest($1::text[], $2::uuid[], $3::int[], $4::text[], $5::smallint[], $6::int[], $7::text[], $8::text[],
        $9::text[], $10::int[], $11::timestamptz[], $12::int[], $13::int[], $14::text[])
        as n (kind, case_id, step_seq, rule_code, percent, minutes_after_due, case_code, procedure_name, work, unit_id,
          due_at, to_officer_id, to_unit_id, to_post)
      where not exists (select 1 from steering.notice as said
        where said.case_id = n.case_id and said.step_seq = n.step_seq and said.rule_code = n.rule_code
          and said.settled_at is null
          and (said.to_officer_id = n.to_officer_id
            or said.to_officer_id is null and said.to_unit_id = n.to_unit_id and said.to_post = n.to_post))
      on conflict (case_id, step_seq, rule_code, coalesce(to_officer_id, 0))
        do update set settled_at = null, to_unit_id = excluded.to_unit_id, to_post = excluded.to_post
        where old.settled_at is not null
          or (old.to_unit_id, old.to_post) is distinct from (excluded.to_unit_id, excluded.to_post)`,
    values: [
      notices.map((one) => one.kind),
      notices.map((one) => one.caseId),
      notices.map((one) => one.stepSeq),
      notices.map((one) => one.ruleCode),
      notices.map((one) => one.percent ?? null),
      notices.map((one) => one.minutesAfterDue ?? null),
      notices.map((one) => one.caseCode),
      notices.map((one) => one.procedureName),
      notices.map((one) => one.work),
      notices.map((one) => one.unitId),
      notices.map((one) => (one.dueAt === null ? null : toIso(one.dueAt))),
      notices.map((one) => one.to.officerId ?? null),
      notices.map((one) => one.to.unitId),
      notices.map((one) => one.to.post),
      toIso(at),
    ],
  });
  return given.rowCount ?? 0;
}

/** A notice that still asks for something. */
export type OpenNotice = {
  readonly id: number;
  readonly kind: NoticeKind;
  readonly caseId: string;
  readonly seq: number;
  readonly ruleCode: string;
  /** The officer to whom it was given in person. */
  readonly toOfficerId: number | null;
};

const ABOUT = {
  steps: "step_seq > 0",
  appointments: "step_seq = 0 and kind <> 'silence'",
  silence: "kind = 'silence'",
} as const;

/** Notices about steps, about the appointments of cases or about silence that are not settled, by id. */
export async function openNotices(
  db: Db,
  about: keyof typeof ABOUT,
  after: number,
  limit: number,
): Promise<OpenNotice[]> {
  const found = await db.query<OpenNotice>({
    name: `steering.open-notices.${about}`,
    text: `select id, kind, case_id as "caseId", step_seq as seq, rule_code as "ruleCode",
        to_officer_id as "toOfficerId"
      from steering.notice where settled_at is null and ${ABOUT[about]} and id > $1 order by id limit $2`,
    values: [after, limit],
  });
  return found.rows;
}

/** These notices ask for nothing any more. */
export async function settleNotices(db: Db, ids: readonly number[], at: Instant): Promise<void> {
  if (ids.length === 0) return;
  await db.query({
    name: "steering.settle-notices",
    text: "update steering.notice set settled_at = $2 where id = any ($1::bigint[]) and settled_at is null",
    values: [ids, toIso(at)],
  });
}
