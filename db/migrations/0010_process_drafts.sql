-- Who published a version, by which decision and why. Null: it came with the program.
alter table processes.process
  add column decision text,
  add column reason text,
  add column published_by integer;

-- A process that is being edited: at most one for a procedure or variant. Publishing or discarding takes it away; the audit keeps who did what.
create table processes.draft (
  id integer generated always as identity primary key,
  procedure_code text not null,
  variant_code text not null default '',
  -- counts changes: whoever saves on an older one must look again
  version integer not null default 1 check (version > 0),
  -- the version it began from; null: from nothing
  based_on integer references processes.process (id),
  steps jsonb not null,
  terms jsonb,
  -- faults at the last change, for the list
  fault_count integer not null,
  begun_at timestamptz not null,
  begun_by integer,
  changed_at timestamptz not null,
  changed_by integer,
  unique (procedure_code, variant_code)
);
create index draft_based_on on processes.draft (based_on);
grant select, insert, update, delete on processes.draft to motcua_app;

-- Moving running cases to a new version of their process, as it was ordered when that was published. Without ended_at it goes on, or waits for its day.
create table cases.process_move (
  id integer generated always as identity primary key,
  from_process_ids integer[] not null,
  to_process_id integer not null,
  -- step of an old version → step of the new one, where the ids differ
  mapping jsonb not null,
  decision text not null,
  ordered_at timestamptz not null,
  ordered_by integer,
  begun_at timestamptz,
  ended_at timestamptz,
  done integer not null default 0,
  total integer not null default 0,
  moved integer not null default 0,
  -- cases that stay on their version because a step has no place in the new one
  stayed integer not null default 0
);
create index process_move_to on cases.process_move (to_process_id);
grant select, insert, update on cases.process_move to motcua_app;

-- Running cases by the version of their process.
create index case_file_process on cases.case_file (((state -> 'matter' ->> 'processId')::integer), id)
  where status in (2, 4, 5, 6);
