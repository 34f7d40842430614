import type { Db } from "../case-store.ts";

/** A procedure that a desk received lately, and how often. */
export type UsedProcedure = {
  readonly code: string;
  readonly name: string;
  readonly field: string;
  readonly times: number;
};

/** What these desks received most among the last 500 cases of each; flat however many cases there are. */
export async function mostUsed(db: Db, deskIds: readonly number[], limit = 12): Promise<UsedProcedure[]> {
  const found = await db.query<UsedProcedure>({
    name: "cases.most-used",
    text: `select recent.procedure_code as code, max(recent.procedure_name) as name, max(recent.field) as field,
        count(*)::int as times
      from unnest($1::int[]) as desk (unit_id)
      cross join lateral (
        select f.procedure_code, f.procedure_name, f.field from cases.case_file as f
        where f.receiving_unit_id = desk.unit_id order by f.received_at desc limit 500) as recent
      group by recent.procedure_code order by times desc, name limit $2`,
    values: [deskIds, limit],
  });
  return found.rows;
}
