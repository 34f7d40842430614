create schema processes;
grant usage on schema processes to motcua_app;

-- An internal process (quy trình nội bộ) of a procedure or of one of its variants. Published versions never change.
create table processes.process (
  id integer generated always as identity primary key,
  procedure_code text not null,
  -- '' is the process of all variants that have none of their own
  variant_code text not null default '',
  version integer not null,
  steps jsonb not null,
  valid_from date not null,
  valid_to date,
  published_at timestamptz not null,
  unique (procedure_code, variant_code, version)
);
grant select, insert on processes.process to motcua_app;
grant update (valid_to) on processes.process to motcua_app;
