import type { Db } from "../case-store.ts";

/** A group under way, as the list of its desk shows it. */
export type OpenGroup = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly applicant: string;
  readonly dueAt: number | null;
  /** A decision is owed. */
  readonly waits: boolean;
};

/** The groups that these desks own and that are under way, those that wait for a decision first. */
export async function openGroups(db: Db, unitIds: readonly number[], limit: number): Promise<OpenGroup[]> {
  const found = await db.query<OpenGroup>({
    name: "cases.open-groups",
    text: `select f.id, f.code, f.procedure_name as name, f.applicant_name as applicant, f.due_at as "dueAt",
        exists (select 1 from cases.step as d where d.case_id = f.id and d.closed_at is null
          and d.work = 'group-decision') as waits
      from cases.step as s join cases.case_file as f on f.id = s.case_id
      where s.closed_at is null and s.work = 'coordinate' and s.unit_id = any ($1::int[])
      order by waits desc, f.due_at, f.id limit $2`,
    values: [unitIds, limit],
  });
  return found.rows;
}
