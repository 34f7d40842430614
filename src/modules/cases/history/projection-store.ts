import { toIso } from "../../../kernel/time.ts";
import type { Db } from "../case-store.ts";
import { type GroupRow, groupRowsOf, insertGroup } from "../group-store.ts";
import type { CaseFileRow, StepRow } from "../projection.ts";

/** The projection rows of a case as they lie in the database, instants as ISO text. */
export type KeptProjection = {
  readonly headHash: Buffer;
  readonly state: unknown;
  readonly columns: Record<string, unknown>;
  readonly steps: readonly Record<string, unknown>[];
  /** The members of a group whose parent it is. */
  readonly members: readonly GroupRow[];
};

/** The rows of these cases, ready to be compared with what their actions say. */
export async function keptProjections(
  db: Db,
  caseIds: readonly string[],
): Promise<Map<string, KeptProjection>> {
  const [files, steps, members] = await Promise.all([
    db.query<Record<string, unknown> & { id: string; head_hash: Buffer; state: unknown }>({
      name: "cases.rebuild.files",
      text: `select f.*, r.process_id as running_process, r.due_at as running_due
             from cases.case_file as f left join cases.running as r on r.case_id = f.id where f.id = any ($1::uuid[])`,
      values: [caseIds],
    }),
    db.query<Record<string, unknown> & { case_id: string }>({
      name: "cases.rebuild.steps",
      text: "select * from cases.step where case_id = any ($1::uuid[]) order by case_id, seq",
      values: [caseIds],
    }),
    groupRowsOf(db, caseIds),
  ]);
  const byCase = new Map<string, Record<string, unknown>[]>();
  for (const { case_id, ...step } of steps.rows) {
    const list = byCase.get(case_id) ?? [];
    list.push(withIso(step));
    byCase.set(case_id, list);
  }
  return new Map(
    files.rows.map(({ head_hash, state, ...columns }) => [
      columns.id,
      {
        headHash: head_hash,
        state,
        columns: withIso(columns),
        steps: byCase.get(columns.id) ?? [],
        members: members.get(columns.id) ?? [],
      },
    ]),
  );
}

/** timestamptz columns are read as numbers; their names end in _at or _due. */
function withIso(row: Record<string, unknown>): Record<string, unknown> {
  const converted: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(row)) {
    const instant = /_(at|due)$/.test(name) && typeof value === "number";
    converted[name] = instant ? toIso(value) : value;
  }
  return converted;
}

/** Writes the rows of cases anew; steps that no action opened are closed away by overwriting all columns. */
export async function writeProjections(
  db: Db,
  rebuilt: readonly {
    readonly file: CaseFileRow;
    readonly steps: readonly StepRow[];
    readonly members: readonly GroupRow[];
  }[],
): Promise<void> {
  const files = rebuilt.map(({ file: { head_hash, state, ...columns } }) => ({
    ...columns,
    head_hash: `\\x${head_hash.toString("hex")}`,
    state: JSON.parse(state) as unknown,
  }));
  const steps = rebuilt.flatMap(({ file, steps: rows }) => rows.map((row) => ({ case_id: file.id, ...row })));
  const first = files[0];
  if (first === undefined) return;
  const ids = files.map(({ id }) => id);
  await upsert(db, "cases.case_file", Object.keys(first), "id", files);
  await db.query(RUNNING, [ids]);
  await db.query("insert into cases.changed_case (case_id) select unnest($1::uuid[])", [ids]);
  const step = steps[0];
  if (step !== undefined) await upsert(db, "cases.step", Object.keys(step), "case_id, seq", steps);
  for (const { file, members } of rebuilt) await insertGroup(db, file.id, members);
}

/** The triggers of case_file speak only where it changes; here a row is put right beside a case that was right. */
const RUNNING = `with ended as (
  delete from cases.running as r using cases.case_file as f
  where f.id = r.case_id and f.id = any ($1::uuid[]) and f.status not in (2, 4, 5, 6)
)
insert into cases.running (case_id, due_at, process_id)
select id, due_at, process_id from cases.case_file where id = any ($1::uuid[]) and status in (2, 4, 5, 6)
on conflict (case_id) do update set due_at = excluded.due_at, process_id = excluded.process_id`;

async function upsert(
  db: Db,
  table: string,
  columns: string[],
  key: string,
  rows: readonly object[],
): Promise<void> {
  const keys = key.split(", ");
  const set = columns
    .filter((column) => !keys.includes(column))
    .map((column) => `${column} = excluded.${column}`);
  await db.query(
    `insert into ${table} (${columns.join(", ")})
     select ${columns.join(", ")} from jsonb_populate_recordset(null::${table}, $1::jsonb)
     on conflict (${key}) do update set ${set.join(", ")}`,
    [JSON.stringify(rows)],
  );
}
