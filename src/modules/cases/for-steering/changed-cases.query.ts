import type { PoolClient } from "pg";
import type { Instant } from "../../../kernel/time.ts";
import type { Db } from "../case-store.ts";
import type { CaseStatus } from "../domain/case-status.ts";

/**
 * Takes up to `limit` marks of cases whose figures may have changed, in the caller's transaction: they are gone if and
 * only if it commits. Marks of commands that are not committed yet are left for the next time.
 * @returns the ids, each once, and how many marks were taken.
 */
export async function takeChangedCases(
  client: PoolClient,
  limit: number,
): Promise<{ readonly ids: readonly string[]; readonly taken: number }> {
  const found = await client.query<{ id: string }>({
    name: "cases.take-changed",
    text: `delete from cases.changed_case
      where ctid = any (array(select ctid from cases.changed_case limit $1)) returning case_id as id`,
    values: [limit],
  });
  return { ids: [...new Set(found.rows.map(({ id }) => id))], taken: found.rows.length };
}

/** Whether any case waits to be counted again. */
export async function casesChanged(db: Db): Promise<boolean> {
  const found = await db.query({
    name: "cases.any-changed",
    text: "select 1 from cases.changed_case limit 1",
  });
  return found.rows.length > 0;
}

/** Ids of all cases in order, a page after an id (or the first). */
export async function caseIdsAfter(db: Db, after: string | undefined, limit: number): Promise<string[]> {
  const found = await db.query<{ id: string }>({
    name: "cases.ids-after",
    text: "select id from cases.case_file where id > $1::uuid order by id limit $2",
    values: [after ?? "00000000-0000-0000-0000-000000000000", limit],
  });
  return found.rows.map(({ id }) => id);
}

/** What a list of figures shows of a case; no personal data. */
export type CaseLine = {
  readonly caseId: string;
  readonly code: string;
  readonly procedureName: string;
  readonly status: CaseStatus;
  readonly holderUnitId: number | null;
  readonly receivedAt: Instant;
};

/** The lines of these cases (a page of a list), by id. */
export async function caseLines(db: Db, caseIds: readonly string[]): Promise<ReadonlyMap<string, CaseLine>> {
  if (caseIds.length === 0) return new Map();
  const found = await db.query<CaseLine>({
    name: "cases.lines",
    text: `select id as "caseId", code, procedure_name as "procedureName", status,
        holder_unit_id as "holderUnitId", received_at as "receivedAt"
      from cases.case_file where id = any ($1::uuid[])`,
    values: [caseIds],
  });
  return new Map(found.rows.map((row) => [row.caseId, row]));
}
