import { expect } from "vitest";
import { checkChain, rebuild } from "../../src/modules/cases/index.ts";
import type { TestDatabase } from "../harness/database.ts";

/** What must be the same before and after: how much is open, and every code with its dates. */
export async function footprint(db: TestDatabase) {
  const { rows } = await db.ownerPool.query<Record<string, unknown>>(
    `select count(*)::int as cases, count(*) filter (where holder_unit_id is not null)::int as open,
       (select count(*)::int from cases.step where closed_at is null) as steps,
       (select count(*)::int from cases.step where closed_at is null and paused) as paused,
       md5(string_agg(concat_ws('|', id, code, status, procedure_code, applicant_name, received_at, first_due_at, due_at,
         supplement_count), ',' order by id)) as facts,
       (select md5(string_agg(concat_ws('|', case_id, seq, process_step, post_kind, opened_at, due_at, queue_due, paused,
         closed_at), ',' order by case_id, seq)) from cases.step) as work,
       (select count(distinct (officer_id, kind))::int from organisation.post
        where valid_to is null or valid_to > '2027-06-01') as posts
     from cases.case_file`,
  );
  return rows[0];
}

/** Units that a day no longer knows but that something open still names; must be nothing. */
export async function orphans(db: TestDatabase, day: string) {
  const { rows } = await db.ownerPool.query(
    `with gone as (select id, code from organisation.unit where valid_to <= $1)
     select 'step' as what, gone.code, count(*)::int as n from cases.step join gone on gone.id = step.unit_id
       where closed_at is null group by 1, 2
     union all
     select 'case', gone.code, count(*)::int from cases.case_file as f
       join gone on gone.id in (f.receiving_unit_id, f.deciding_unit_id, f.holder_unit_id)
       where f.holder_unit_id is not null group by 1, 2
     union all
     select 'post', gone.code, count(*)::int from organisation.post join gone on gone.id = post.unit_id
       where post.valid_to is null or post.valid_to > $1 group by 1, 2
     union all
     select 'child', gone.code, count(*)::int from organisation.unit as child join gone on gone.id = child.parent_id
       where child.valid_to is null or child.valid_to > $1 group by 1, 2
     union all
     select 'assigned', unit.code, count(*)::int from cases.step join organisation.unit as unit on unit.id = step.unit_id
       where step.closed_at is null and step.officer_id is not null and not exists (
         select 1 from organisation.post where post.officer_id = step.officer_id and post.unit_id = step.unit_id
           and post.kind = step.post_kind and (post.valid_to is null or post.valid_to > $1)) group by 1, 2`,
    [day],
  );
  return rows;
}

/** Posts that an officer holds twice on one day: ending one would leave the other open; must be nothing. */
export async function doublePosts(db: TestDatabase) {
  const { rows } = await db.ownerPool.query(
    `select officer.staff_code, unit.code, one.kind, one.valid_from, other.valid_from as again
     from organisation.post as one join organisation.post as other
       on (other.officer_id, other.unit_id, other.kind) = (one.officer_id, one.unit_id, one.kind) and other.id > one.id
         and daterange(other.valid_from, other.valid_to) && daterange(one.valid_from, one.valid_to)
     join organisation.unit as unit on unit.id = one.unit_id
     join organisation.officer as officer on officer.id = one.officer_id`,
  );
  return rows;
}

/** The whole history holds, and every row is what the actions say. */
export async function expectSound(db: TestDatabase, cases: number): Promise<void> {
  expect((await checkChain(db.database.pool)).faults).toEqual([]);
  const report = await rebuild(db.database.pool, { check: true });
  expect(report.mended).toEqual([]);
  expect(report.cases).toBe(cases);
}
