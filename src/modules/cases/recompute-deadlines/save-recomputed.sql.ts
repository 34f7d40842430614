/**
 * Between the JSON texts of a list, which never contain it: JSON escapes control characters. An array of texts would have
 * every quote in them escaped on the one side and unescaped on the other.
 */
export const BETWEEN_TEXTS = "\u001e";
const TEXTS = (parameter: string) => `string_to_array(${parameter}, chr(${BETWEEN_TEXTS.charCodeAt(0)}))`;

/**
 * Saves many cases whose appointment moved and nothing else, each only on the version that was loaded: $1 ids,
 * $2 versions before, $3 hashes, $4 due dates, $5 what of the states changed, $6 whether that is the whole state,
 * $7 moments, $8 bodies, $5 and $8 as joined texts; $9-$12 the open steps.
 */
export const SAVE_RECOMPUTED = `with given as (
  select id, version, hash, due_at, state::jsonb, whole, at, body
  from unnest($1::uuid[], $2::int[], $3::bytea[], $4::timestamptz[], ${TEXTS("$5")}, $6::boolean[],
              $7::timestamptz[], ${TEXTS("$8")})
    as g (id, version, hash, due_at, state, whole, at, body)
), file as (
  update cases.case_file as f
  set version = g.version + 1, head_hash = g.hash, due_at = g.due_at,
    state = case when g.whole then g.state else f.state || g.state end
  from given as g where f.id = g.id and f.version = g.version
  returning f.id, f.code, f.version, g.hash, g.at, g.body
), actions as (
  insert into cases.action (case_id, seq, at, type, body, hash)
  select id, version, at, 'due-recomputed', body, hash from file
), steps as (
  update cases.step as s set due_at = t.due_at, queue_due = t.queue_due
  from unnest($9::uuid[], $10::int[], $11::timestamptz[], $12::timestamptz[]) as t (case_id, seq, due_at, queue_due)
  join file on file.id = t.case_id
  where s.case_id = t.case_id and s.seq = t.seq
), audited as (
  insert into platform.audit (at, actor_kind, command, subject, outcome)
  select at, 'system', 'case.recompute-due', code, 'done' from file
), changed as (
  insert into cases.changed_case (case_id) select id from file
)
select id from file`;
