-- What became of a draft that is open no more, so that whoever still has it before them is told by whom it was published or discarded.
create table processes.ended_draft (
  draft_id integer primary key,
  procedure_code text not null,
  variant_code text not null,
  -- the version it was published as; null: it was discarded
  process_id integer references processes.process (id),
  ended_at timestamptz not null,
  ended_by integer
);
create index ended_draft_process on processes.ended_draft (process_id);
grant select, insert on processes.ended_draft to motcua_app;
