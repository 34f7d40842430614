import type { PoolClient } from "pg";
import type { Instant } from "../../../kernel/time.ts";
import type { Database } from "../../../platform/database.ts";
import { caseIdsAfter } from "../../cases/index.ts";
import { COUNTERS } from "../domain/board-sums.ts";
import { boardState, lockBoard, noteBoard } from "./board-store.ts";
import { countCases, inTransaction, tickBoard } from "./count-board.ts";

const PAGE = 1000;

export type BoardRebuild = {
  readonly cases: number;
  /** Cases that added something else than their rows say. */
  readonly wrongCases: number;
  /** Rows of the roll-up that were not the sum of their cases. */
  readonly wrongSums: number;
};

/**
 * Counts every case anew and makes the board what they say: each case's part, and each roll-up row as the sum of the
 * parts. A board that is right stays as it is.
 * @param check only compares; nothing is written.
 */
export async function rebuildBoard(
  database: Database,
  now: Instant,
  options: { readonly check: boolean; readonly onProgress?: (cases: number) => void },
): Promise<BoardRebuild> {
  const write = !options.check;
  // What waits to be counted is no fault.
  while ((await tickBoard(database, now)) > 0);
  const moment = Math.max(now, (await boardState(database.pool)).asOf);
  let cases = 0;
  let wrongCases = 0;
  for (let after: string | undefined; ; ) {
    const ids = await caseIdsAfter(database.pool, after, PAGE);
    const last = ids.at(-1);
    if (last === undefined) break;
    wrongCases += await inTransaction(database, async (client) => {
      await lockBoard(client, { wait: true });
      const changed = await countCases(client, ids, moment, write);
      if (write && changed > 0) await noteBoard(client, moment, true);
      return changed;
    });
    cases += ids.length;
    options.onProgress?.(cases);
    after = last;
  }
  const wrongSums = await inTransaction(database, async (client) => {
    await lockBoard(client, { wait: true });
    return compareSums(client, write);
  });
  return { cases, wrongCases, wrongSums };
}

/** What the roll-up should be, from the parts of the cases; one row for each counter and place. */
const SHOULD = `
  with part as (
    select unit_id, field_id, received_on as day, 'received' as name from steering.board_case
    union all select unit_id, field_id, returned_on, 'returned' from steering.board_case where returned_on is not null
    union all select unit_id, field_id, ended_on, replace(honest, '-', '_') from steering.board_case
      where ended_on is not null
    union all select unit_id, field_id, ended_on, 'official_' || replace(official, '-', '_') from steering.board_case
      where ended_on is not null and official <> 'not-counted'
  ), present as (
    select unit_id, field_id, replace(honest, '-', '_') as name from steering.board_case where ended_on is null
    union all select unit_id, field_id, 'official_' || replace(official, '-', '_') from steering.board_case
      where ended_on is null and official <> 'not-counted'
    union all select unit_id, field_id, 'open' from steering.board_case where ended_on is null
    union all select unit_id, field_id, 'paused' from steering.board_case where paused
    union all select unit_id, field_id, case when paused then 'late_paused' else 'late_now' end
      from steering.board_case where late
    union all select unit_id, field_id, 'to_return' from steering.board_case where to_return
  ), placed as (
    select g.grain, date_trunc(g.grain, day)::date as starts, unit_id, field_id, name
    from part cross join (values ('day'), ('month'), ('year')) as g (grain)
    union all select 'now', date '0001-01-01', unit_id, field_id, name from present
  ), should as (
    select grain, starts, unit_id, field_id,
      ${COUNTERS.map((name) => `count(*) filter (where name = '${name}')::int as ${name}`).join(", ")}
    from placed group by grain, starts, unit_id, field_id
  ), wrong as (
    select grain, starts, unit_id, field_id, ${COUNTERS.map((name) => `coalesce(s.${name}, 0) as ${name}`).join(", ")}
    from should as s full join steering.board_sum as b using (grain, starts, unit_id, field_id)
    where ${COUNTERS.map((name) => `coalesce(s.${name}, 0) <> coalesce(b.${name}, 0)`).join(" or ")}
  )`;

async function compareSums(client: PoolClient, write: boolean): Promise<number> {
  if (!write) {
    const found = await client.query<{ n: number }>(`${SHOULD} select count(*)::int as n from wrong`);
    return found.rows[0]?.n ?? 0;
  }
  const names = ["grain", "starts", "unit_id", "field_id", ...COUNTERS].join(", ");
  const mended = await client.query(`${SHOULD}
    insert into steering.board_sum (${names}) select ${names} from wrong
    on conflict (grain, starts, unit_id, field_id) do update set
      ${COUNTERS.map((name) => `${name} = excluded.${name}`).join(", ")}`);
  return mended.rowCount ?? 0;
}
