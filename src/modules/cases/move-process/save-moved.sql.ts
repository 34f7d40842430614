/**
 * Saves many cases that were moved to another version of their process and nothing else, each only on the version that
 * was loaded: $1 ids, $2 versions before, $3 hashes, $4 states, $5 moments, $6 bodies; $7-$12 the open steps, $13 the process.
 */
export const SAVE_MOVED = `with given as (
  select * from unnest($1::uuid[], $2::int[], $3::bytea[], $4::jsonb[], $5::timestamptz[], $6::text[], $13::int[])
    as g (id, version, hash, state, at, body, process_id)
), file as (
  update cases.case_file as f set version = g.version + 1, head_hash = g.hash, state = g.state,
    process_id = g.process_id
  from given as g where f.id = g.id and f.version = g.version
  returning f.id, f.code, f.version, g.hash, g.at, g.body
), actions as (
  insert into cases.action (case_id, seq, at, type, body, hash)
  select id, version, at, 'process-moved', body, hash from file
), steps as (
  update cases.step as s set process_step = t.process_step, due_at = t.due_at, queue_due = t.queue_due, budget_minutes = t.budget_minutes
  from unnest($7::uuid[], $8::int[], $9::text[], $10::timestamptz[], $11::timestamptz[], $12::int[])
    as t (case_id, seq, process_step, due_at, queue_due, budget_minutes)
  join file on file.id = t.case_id
  where s.case_id = t.case_id and s.seq = t.seq
), audited as (
  insert into platform.audit (at, actor_kind, command, subject, outcome)
  select at, 'system', 'case.move-process', code, 'done' from file
)
select id from file`;
