/**
 * Saves many cases that followed a re-organisation, each only on the version that was loaded: $1 ids, $2 versions
 * before, $3 hashes, $4 states, $5 moments, $6 bodies, $7 receiving, $8 deciding and $9 holding units, $10 all units as
 * texts of arrays, $11 deciding units before, $12 doubts; $13-$16 the open steps; $17 the re-organisation.
 */
export const SAVE_HANDED = `with given as (
  select * from unnest($1::uuid[], $2::int[], $3::bytea[], $4::jsonb[], $5::timestamptz[], $6::text[], $7::int[],
    $8::int[], $9::int[], $10::text[], $11::int[], $12::text[])
    as g (id, version, hash, state, at, body, receiving, deciding, holder, units, decided, unsure)
), file as (
  update cases.case_file as f
  set version = g.version + 1, head_hash = g.hash, state = g.state, receiving_unit_id = g.receiving,
    deciding_unit_id = g.deciding, holder_unit_id = g.holder, unit_ids = g.units::int[]
  from given as g where f.id = g.id and f.version = g.version
  returning f.id, f.code, f.version, g.hash, g.at, g.body, g.decided, g.deciding, g.unsure
), actions as (
  insert into cases.action (case_id, seq, at, type, body, hash)
  select id, version, at, 'handed-to-successor', body, hash from file
), handed as (
  insert into cases.handed (case_id, seq, reorganisation_id, from_unit_id, since, at, to_unit_id, unsure)
  select id, version, $17, decided, coalesce(before.at, '-infinity'), file.at, deciding, unsure
  from file left join lateral (select max(h.at) as at from cases.handed as h where h.case_id = file.id) as before on true
), steps as (
  update cases.step as s set unit_id = t.unit_id, officer_id = t.officer_id
  from unnest($13::uuid[], $14::int[], $15::int[], $16::int[]) as t (case_id, seq, unit_id, officer_id)
  join file on file.id = t.case_id
  where s.case_id = t.case_id and s.seq = t.seq
), changed as (
  insert into cases.changed_case (case_id) select id from file
), audited as (
  insert into platform.audit (at, actor_kind, command, subject, outcome)
  select at, 'system', 'case.hand-to-successor', code, 'done' from file
)
select id from file`;
