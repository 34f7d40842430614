import type { Db } from "../case-store.ts";

/** An open step of somebody, as far as moving it needs. */
export type AssignedStep = { readonly caseId: string; readonly seq: number };

/** The open steps assigned to an officer in a unit and post, by due date; at most so many. */
export async function stepsAssignedTo(
  db: Db,
  officerId: number,
  unitId: number,
  kind: string,
  limit: number,
): Promise<readonly (AssignedStep & { readonly code: string; readonly work: string })[]> {
  const found = await db.query<AssignedStep & { code: string; work: string }>({
    name: "cases.left-work",
    text: `select s.case_id as "caseId", s.seq, f.code, s.work from cases.step s
           join cases.case_file f on f.id = s.case_id
           where s.closed_at is null and s.officer_id = $1 and s.unit_id = $2 and s.post_kind = $3
           order by s.queue_due, s.case_id, s.seq limit $4`,
    values: [officerId, unitId, kind, limit],
  });
  return found.rows;
}

/** How many open steps are assigned to an officer in a unit and post. */
export async function countAssignedTo(
  db: Db,
  officerId: number,
  unitId: number,
  kind: string,
): Promise<number> {
  const found = await db.query<{ n: number }>({
    name: "cases.left-work-count",
    text: `select count(*)::int as n from cases.step
           where closed_at is null and officer_id = $1 and unit_id = $2 and post_kind = $3`,
    values: [officerId, unitId, kind],
  });
  return found.rows[0]?.n ?? 0;
}
