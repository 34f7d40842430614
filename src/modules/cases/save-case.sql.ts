/** Columns of cases.case_file in the order of caseFileRow: the first values of the statement; $1 is the id, $3 the new version. */
export const FILE_COLUMNS = [
  "id",
  "code",
  "version",
  "head_hash",
  "status",
  "procedure_id",
  "procedure_code",
  "procedure_name",
  "process_id",
  "field",
  "receiving_unit_id",
  "deciding_unit_id",
  "holder_unit_id",
  "unit_ids",
  "applicant_name",
  "applicant_number",
  "applicant_phone",
  "applicant_search",
  "applicant_keys",
  "received_at",
  "first_due_at",
  "due_at",
  "finished_at",
  "returned_at",
  "verdict",
  "supplement_count",
  "redated",
  "rating",
  "state",
];

const at = (offset: number) => `$${FILE_COLUMNS.length + offset}`;
const VERSION_BEFORE = at(1);

/** The rest hangs on `file`: without a row there (somebody else was faster) nothing at all is written. */
const REST = `
, actions as (
  insert into cases.action (case_id, seq, at, type, officer_id, unit_id, body, hash)
  select file.id, a.seq, a.at, a.type, a.officer_id, a.unit_id, a.body, a.hash
  from file, unnest(${at(2)}::int[], ${at(3)}::timestamptz[], ${at(4)}::text[], ${at(5)}::int[], ${at(6)}::int[],
                    ${at(7)}::text[], ${at(8)}::bytea[]) as a (seq, at, type, officer_id, unit_id, body, hash)
), steps as (
  insert into cases.step (case_id, seq, process_step, work, unit_id, post_kind, officer_id, opened_at, due_at, queue_due,
                          paused, closed_at, closed_by, outcome, consumed_minutes, uncounted, budget_minutes, field)
  select file.id, s.*
  from file, unnest(${at(9)}::int[], ${at(10)}::text[], ${at(11)}::text[], ${at(12)}::int[], ${at(13)}::text[],
                    ${at(14)}::int[], ${at(15)}::timestamptz[], ${at(16)}::timestamptz[], ${at(17)}::timestamptz[],
                    ${at(18)}::boolean[], ${at(19)}::timestamptz[], ${at(20)}::int[], ${at(21)}::text[],
                    ${at(22)}::int[], ${at(23)}::text[], ${at(24)}::int[], ${at(25)}::text[]) as s
  on conflict (case_id, seq) do update set
    unit_id = excluded.unit_id, officer_id = excluded.officer_id, due_at = excluded.due_at, queue_due = excluded.queue_due, paused = excluded.paused,
    closed_at = excluded.closed_at, closed_by = excluded.closed_by, outcome = excluded.outcome,
    consumed_minutes = excluded.consumed_minutes, field = excluded.field
), audited as (
  insert into platform.audit (at, actor_kind, actor_id, command, subject, outcome)
  select ${at(26)}::timestamptz, ${at(27)}, ${at(28)}::int, ${at(29)}, ${at(30)}, 'done' from file
), changed as (
  insert into cases.changed_case (case_id) select id from file where ${at(31)}::boolean
)
select id from file`;

/** In a SELECT list PostgreSQL does not infer the types from the target columns. */
const CASTS: Record<string, string> = {
  id: "::uuid",
  version: "::int",
  head_hash: "::bytea",
  status: "::smallint",
  procedure_id: "::int",
  process_id: "::int",
  receiving_unit_id: "::int",
  deciding_unit_id: "::int",
  holder_unit_id: "::int",
  unit_ids: "::int[]",
  applicant_keys: "::text[]",
  received_at: "::timestamptz",
  first_due_at: "::timestamptz",
  due_at: "::timestamptz",
  finished_at: "::timestamptz",
  returned_at: "::timestamptz",
  supplement_count: "::smallint",
  redated: "::boolean",
  rating: "::smallint",
  state: "::jsonb",
};
const placeholders = FILE_COLUMNS.map((_, index) => `$${index + 1}`);

/** The two forms of the one statement that saves a case. */
export const SAVE_CASE = {
  create: `with file as (
  insert into cases.case_file (${FILE_COLUMNS.join(", ")})
  select ${FILE_COLUMNS.map((column, index) => `$${index + 1}${CASTS[column] ?? ""}`).join(", ")}
  where ${VERSION_BEFORE}::int = 0
  on conflict do nothing
  returning id
)${REST}`,
  change: `with file as (
  update cases.case_file set ${FILE_COLUMNS.slice(1)
    .map((column, index) => `${column} = ${placeholders[index + 1]}`)
    .join(", ")}
  where id = $1 and version = ${VERSION_BEFORE}
  returning id
)${REST}`,
};
