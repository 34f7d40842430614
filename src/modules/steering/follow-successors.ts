import type { Db } from "./db.ts";

/** Which units of a case were taken over by whom. */
type HandedCase = {
  readonly caseId: string;
  readonly units: readonly { readonly from: number; readonly to: number }[];
};

/**
 * Notices that still ask for something and apologies that are still owed go with their case to the unit that took over.
 * What is settled or signed stays as it was said. Done twice it changes nothing.
 */
export async function followSuccessors(db: Db, cases: readonly HandedCase[]): Promise<void> {
  const lines = cases.flatMap(({ caseId, units }) => units.map(({ from, to }) => ({ caseId, from, to })));
  const values = [
    lines.map((line) => line.caseId),
    lines.map((line) => line.from),
    lines.map((line) => line.to),
  ];
  await db.query({
    name: "steering.notices-follow",
    text: `with line as (select * from unnest($1::uuid[], $2::int[], $3::int[]) as l (case_id, from_id, to_id))
      update steering.notice as n
      set unit_id = coalesce((select to_id from line where case_id = n.case_id and from_id = n.unit_id), n.unit_id),
        to_unit_id = coalesce((select to_id from line where case_id = n.case_id and from_id = n.to_unit_id), n.to_unit_id)
      where n.settled_at is null and n.case_id = any ($1::uuid[])
        and exists (select 1 from line where case_id = n.case_id and from_id in (n.unit_id, n.to_unit_id))`,
    values,
  });
  await db.query({
    name: "steering.drafts-follow",
    text: `update steering.apology_draft as d set unit_id = line.to_id
      from unnest($1::uuid[], $2::int[], $3::int[]) as line (case_id, from_id, to_id)
      where d.case_id = line.case_id and d.unit_id = line.from_id and d.state = 'open'`,
    values,
  });
}
