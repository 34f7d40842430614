create schema catalogue;
grant usage on schema catalogue to motcua_app;

create table catalogue.procedure (
  id integer generated always as identity primary key,
  code text not null unique,
  -- the version in force; versions are kept for ever
  version integer not null,
  state text not null check (state in ('active', 'withdrawn')),
  origin text not null check (origin in ('seed', 'national', 'local')),
  -- denormalised for lists and search
  name text not null,
  field text not null,
  levels text[] not null,
  -- the province that published it for itself, such as 'Gia Lai'; null: it holds in the whole country
  province text,
  -- may be received at a desk of this province: it has a process and a confirmed limit
  receivable boolean not null default false,
  search_name text not null,
  search_words text not null,
  search_vector tsvector not null,
  updated_at timestamptz not null
);
create index procedure_field on catalogue.procedure (field, name);
create index procedure_search on catalogue.procedure using gin (search_vector);
create index procedure_trigram on catalogue.procedure using gin (search_name gin_trgm_ops);
create index procedure_words on catalogue.procedure using gin (search_words gin_trgm_ops);

-- Names and everyday words like what was typed; 0.5 lets two letters of a four-letter syllable change places.
create function catalogue.procedures_like(typed text) returns setof integer
language sql stable set pg_trgm.word_similarity_threshold = 0.5 as $$
  select id from catalogue.procedure where typed <% search_name or typed <% search_words
$$;

create table catalogue.procedure_version (
  procedure_id integer not null references catalogue.procedure (id),
  version integer not null,
  -- ProcedureContent as published, local overrides already applied
  content jsonb not null,
  -- before local overrides; null where there are none
  base jsonb,
  -- as the national database says it; null where it has never been seen there
  national jsonb,
  valid_from timestamptz not null,
  import_id integer,
  primary key (procedure_id, version)
);

-- What the province decides for itself and keeps through imports: fee, time, words, receivable.
create table catalogue.local_override (
  procedure_id integer not null references catalogue.procedure (id),
  field text not null,
  value jsonb not null,
  reason text not null,
  set_at timestamptz not null,
  set_by integer,
  primary key (procedure_id, field)
);

create table catalogue.import (
  id integer generated always as identity primary key,
  file_name text not null,
  file_sha256 text not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  lines integer not null default 0,
  added integer not null default 0,
  changed integer not null default 0,
  unchanged integer not null default 0,
  withdrawn integer not null default 0,
  broken integer not null default 0,
  -- facts that contradict themselves and that a person must settle
  doubtful integer not null default 0
);

-- One row per difference, doubtful fact or broken line of an import; only ever added to.
create table catalogue.import_entry (
  id bigint generated always as identity primary key,
  import_id integer not null references catalogue.import (id),
  kind text not null check (kind in ('new', 'changed', 'withdrawn', 'broken', 'doubtful')),
  line integer,
  procedure_code text,
  field text,
  before jsonb,
  after jsonb,
  reason text
);
create index import_entry_import on catalogue.import_entry (import_id, kind, id);

grant select, insert, update on catalogue.procedure, catalogue.import to motcua_app;
grant select, insert, update, delete on catalogue.local_override to motcua_app;
grant select, insert on catalogue.procedure_version, catalogue.import_entry to motcua_app;
