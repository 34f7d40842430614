import type { Instant } from "../../../kernel/time.ts";
import type { Db } from "../case-store.ts";

/** An action as it lies in the database. */
export type ActionRow = {
  readonly caseId: string;
  readonly seq: number;
  readonly at: Instant;
  readonly type: string;
  readonly officerId: number | null;
  readonly unitId: number | null;
  readonly body: string;
  readonly hash: Buffer;
};

const CASES_A_BATCH = 2_000;

/** All histories in the order of case ids, in batches of whole cases: constant memory over any number of cases. */
export async function* actionsFrom(db: Db): AsyncGenerator<Map<string, ActionRow[]>> {
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const upTo = await db.query<{ id: string }>({
      name: "cases.history.ids",
      text: `with recursive ids as (
          (select case_id as id from cases.action where case_id > $1 order by case_id limit 1)
          union all
          select (select a.case_id from cases.action as a where a.case_id > ids.id order by a.case_id limit 1)
          from ids where ids.id is not null
        ) select id from ids where id is not null limit ${CASES_A_BATCH}`,
      values: [after],
    });
    const last = upTo.rows.at(-1)?.id;
    if (last === undefined) return;
    const found = await db.query<ActionRow>({
      name: "cases.history.actions",
      text: `select case_id as "caseId", seq, at, type, officer_id as "officerId", unit_id as "unitId", body, hash
             from cases.action where case_id > $1 and case_id <= $2 order by case_id, seq`,
      values: [after, last],
    });
    const batch = new Map<string, ActionRow[]>();
    for (const row of found.rows) {
      const rows = batch.get(row.caseId);
      if (rows === undefined) batch.set(row.caseId, [row]);
      else rows.push(row);
    }
    yield batch;
    after = last;
  }
}

/** Version and head hash kept with each of these cases. */
export async function headsOf(
  db: Db,
  caseIds: readonly string[],
): Promise<Map<string, { readonly version: number; readonly head: Buffer }>> {
  const found = await db.query<{ id: string; version: number; head: Buffer }>({
    name: "cases.history.heads",
    text: "select id, version, head_hash as head from cases.case_file where id = any ($1::uuid[])",
    values: [caseIds],
  });
  return new Map(found.rows.map((row) => [row.id, row]));
}

/** Cases that have a row but not a single action. */
export async function casesWithoutActions(db: Db, limit: number): Promise<string[]> {
  const found = await db.query<{ id: string }>(
    `select f.id from cases.case_file as f
     where not exists (select 1 from cases.action as a where a.case_id = f.id and a.seq = 1) limit $1`,
    [limit],
  );
  return found.rows.map((row) => row.id);
}

/** When the newest action happened; undefined while there is none. */
export async function latestActionAt(db: Db): Promise<Instant | undefined> {
  const found = await db.query<{ at: Instant | null }>("select max(at) as at from cases.action");
  return found.rows[0]?.at ?? undefined;
}
