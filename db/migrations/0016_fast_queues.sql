-- Queues stay instant: what their counts and filters ask lies in one narrow index, so that no row of a case is read for them.
alter table cases.step add column field text;
update cases.step as s set field = f.field from cases.case_file as f where f.id = s.case_id;
alter table cases.step alter column field set not null;
drop index cases.step_queue;
create index step_queue on cases.step (unit_id, post_kind, queue_due, case_id)
  include (paused, officer_id, work, field) where closed_at is null;

-- Names are found by whole words and runs of words: one rare key instead of many common groups of three letters.
alter table cases.case_file add column applicant_keys text[];
create function pg_temp.name_keys(name text) returns text[] language sql as $$
  with word as (
    select w, i from unnest(string_to_array(name, ' ')) with ordinality as t (w, i) where w <> ''
  ), run as (
    select a.i, b.i as j, (select string_agg(w, ' ' order by i) from word where i between a.i and b.i) as key
    from word as a join word as b on b.i between a.i and a.i + 3
    union all
    select i, 99, left(w, 3) || '~' from word where length(w) > 3
  ), first as (
    select key, min(i * 100 + j) as place from run group by key
  )
  select coalesce(array_agg(key order by place), '{}') from first
$$;
update cases.case_file set applicant_keys = pg_temp.name_keys(applicant_search);
alter table cases.case_file alter column applicant_keys set not null;
drop index cases.case_file_applicant;
create index case_file_name on cases.case_file using gin (unit_ids, applicant_keys);
