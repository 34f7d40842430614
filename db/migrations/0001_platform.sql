-- The role under which the program works. It owns nothing; each migration grants it what it needs.
do $$
begin
  if not exists (select 1 from pg_roles where rolname = 'motcua_app') then
    create role motcua_app nologin;
  end if;
  execute format('grant motcua_app to %I', current_user);
end $$;

create extension if not exists unaccent;
create extension if not exists pg_trgm;

grant usage on schema public to motcua_app;
grant select on public.schema_migration to motcua_app;

create schema platform;
grant usage on schema platform to motcua_app;

-- Who ran which command with which answer; refusals too. Append-only for the program.
create table platform.audit (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('officer', 'system', 'public', 'operator')),
  actor_id integer,
  command text not null,
  subject text,
  -- 'done' or the word of the refusal
  outcome text not null,
  detail jsonb
);
create index audit_at on platform.audit (at desc);
create index audit_subject on platform.audit (subject, at desc) where subject is not null;
create index audit_actor on platform.audit (actor_id, at desc) where actor_id is not null;
grant select, insert on platform.audit to motcua_app;

-- A stored file by its content; the bytes lie in the file folder under the same hash.
create table platform.file (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  media_type text not null,
  bytes bigint not null check (bytes >= 0),
  stored_at timestamptz not null
);
grant select, insert on platform.file to motcua_app;

-- Secrets that all processes of one installation share, such as the key behind tracking secrets.
create table platform.secret (
  name text primary key,
  value bytea not null
);
grant select, insert on platform.secret to motcua_app;

-- Each worker process reports here that it lives; /readyz and /metrics read it.
create table platform.worker_beat (
  worker text primary key,
  beat_at timestamptz not null
);
grant select, insert, update, delete on platform.worker_beat to motcua_app;

-- How the latest run of a background job went, so that waiting people and operators see its state.
create table platform.job_run (
  name text primary key,
  state text not null check (state in ('running', 'done', 'failed')),
  started_at timestamptz not null,
  ended_at timestamptz,
  done bigint not null default 0,
  total bigint,
  message text
);
grant select, insert, update on platform.job_run to motcua_app;
