import type { PoolClient } from "pg";
import { type Instant, toIso } from "../../../kernel/time.ts";
import type { Db } from "../db.ts";
import type { BoardEntry } from "../domain/board-entry.ts";
import { COUNTERS, type SumRow } from "../domain/board-sums.ts";

/** Any number; whoever counts for the board holds this lock, so that two processes never count at once. */
const LOCK = 7_226_015;

/** Takes the counter's lock until the transaction ends; false: another process is at it. */
export async function lockBoard(client: PoolClient, options: { readonly wait: boolean }): Promise<boolean> {
  if (options.wait) {
    await client.query("select pg_advisory_xact_lock($1)", [LOCK]);
    return true;
  }
  const found = await client.query<{ got: boolean }>({
    name: "steering.board-lock",
    text: "select pg_try_advisory_xact_lock($1) as got",
    values: [LOCK],
  });
  return found.rows[0]?.got === true;
}

/** Columns of an entry in the order in which they are written. */
const COLUMNS = {
  unit_id: "int",
  field_id: "int",
  received_on: "date",
  ended_on: "date",
  returned_on: "date",
  official: "text",
  honest: "text",
  paused: "boolean",
  late: "boolean",
  to_return: "boolean",
  due_at: "timestamptz",
  next_at: "timestamptz",
} as const;
const NAMES = Object.keys(COLUMNS);

const SELECTED = `case_id as "caseId", unit_id as "unitId", field_id as "fieldId", received_on as "receivedOn",
  ended_on as "endedOn", returned_on as "returnedOn", official, honest, paused, late, to_return as "toReturn",
  due_at as "dueAt", next_at as "nextAt"`;

/** What these cases add to the board now. */
export async function boardEntries(db: Db, caseIds: readonly string[]): Promise<Map<string, BoardEntry>> {
  const found = await db.query<BoardEntry & { caseId: string }>({
    name: "steering.board-entries",
    text: `select ${SELECTED} from steering.board_case where case_id = any ($1::uuid[])`,
    values: [caseIds],
  });
  return new Map(found.rows.map(({ caseId, ...entry }) => [caseId, entry]));
}

/** Keeps entries, and drops those of cases that have none any more. */
export async function keepEntries(
  client: PoolClient,
  entries: ReadonlyMap<string, BoardEntry>,
  gone: readonly string[],
): Promise<void> {
  const rows = [...entries];
  if (rows.length > 0)
    await client.query({
      name: "steering.board-keep",
      text: `insert into steering.board_case (case_id, ${NAMES.join(", ")})
        select * from unnest($1::uuid[], ${Object.values(COLUMNS)
          .map((type, index) => `$${index + 2}::${type}[]`)
          .join(", ")})
        on conflict (case_id) do update set ${NAMES.map((name) => `${name} = excluded.${name}`).join(", ")}`,
      values: [
        rows.map(([id]) => id),
        rows.map(([, entry]) => entry.unitId),
        rows.map(([, entry]) => entry.fieldId),
        rows.map(([, entry]) => entry.receivedOn),
        rows.map(([, entry]) => entry.endedOn),
        rows.map(([, entry]) => entry.returnedOn),
        rows.map(([, entry]) => entry.official),
        rows.map(([, entry]) => entry.honest),
        rows.map(([, entry]) => entry.paused),
        rows.map(([, entry]) => entry.late),
        rows.map(([, entry]) => entry.toReturn),
        rows.map(([, entry]) => iso(entry.dueAt)),
        rows.map(([, entry]) => iso(entry.nextAt)),
      ],
    });
  if (gone.length > 0)
    await client.query("delete from steering.board_case where case_id = any ($1::uuid[])", [gone]);
}

const iso = (at: Instant | null): string | null => (at === null ? null : toIso(at));

/** Adds differences to the roll-up rows. */
export async function addToSums(client: PoolClient, rows: readonly SumRow[]): Promise<void> {
  if (rows.length === 0) return;
  await client.query({
    name: "steering.board-add",
    text: `insert into steering.board_sum as b (grain, starts, unit_id, field_id, ${COUNTERS.join(", ")})
      select * from unnest($1::text[], $2::date[], $3::int[], $4::int[], ${COUNTERS.map((_, index) => `$${index + 5}::int[]`).join(", ")})
      on conflict (grain, starts, unit_id, field_id) do update set
        ${COUNTERS.map((name) => `${name} = b.${name} + excluded.${name}`).join(", ")}`,
    values: [
      rows.map((row) => row.grain),
      rows.map((row) => row.starts),
      rows.map((row) => row.unitId),
      rows.map((row) => row.fieldId),
      ...COUNTERS.map((name) => rows.map((row) => row.counts[name])),
    ],
  });
}

/** Cases that time alone has changed since they were counted. */
export async function turnedCases(db: Db, now: Instant, limit: number): Promise<string[]> {
  const found = await db.query<{ id: string }>({
    name: "steering.board-turned",
    text: "select case_id as id from steering.board_case where next_at < $1 order by next_at limit $2",
    values: [toIso(now), limit],
  });
  return found.rows.map(({ id }) => id);
}

/** The number under which each of these fields stands; new ones get one. */
export async function fieldIds(client: PoolClient, names: readonly string[]): Promise<Map<string, number>> {
  const wanted = [...new Set(names)];
  const ask = () =>
    client.query<{ id: number; name: string }>({
      name: "steering.board-fields",
      text: "select id, name from steering.board_field where name = any ($1::text[])",
      values: [wanted],
    });
  let found = await ask();
  if (found.rows.length < wanted.length) {
    const known = new Set(found.rows.map(({ name }) => name));
    await client.query(
      "insert into steering.board_field (name) select unnest($1::text[]) on conflict do nothing",
      [wanted.filter((name) => !known.has(name))],
    );
    found = await ask();
  }
  return new Map(found.rows.map(({ id, name }) => [name, id]));
}

export type BoardState = { readonly asOf: Instant; readonly version: number };

/** For which moment the board holds, and its version, which grows with every change. */
export async function boardState(db: Db): Promise<BoardState> {
  const found = await db.query<{ asOf: Instant; version: number }>({
    name: "steering.board-state",
    text: `select case when as_of = '-infinity' then 'epoch'::timestamptz else as_of end as "asOf", version
      from steering.board_state`,
  });
  return found.rows[0] ?? { asOf: 0, version: 0 };
}

/** Notes that the board holds for `now`. */
export async function noteBoard(client: Db, now: Instant, changed: boolean): Promise<void> {
  await client.query({
    name: "steering.board-note",
    text: "update steering.board_state set as_of = greatest(as_of, $1), version = version + $2",
    values: [toIso(now), changed ? 1 : 0],
  });
}
