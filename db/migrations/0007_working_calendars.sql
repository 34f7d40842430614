-- Working calendars as data: every version for ever, because old dates are explained by the version that counted them.
create table organisation.working_calendar (
  id integer generated always as identity primary key,
  -- null: the province; a unit without versions of its own follows the unit above it, at last the province
  unit_id integer references organisation.unit (id),
  -- what actions of cases name; never given twice
  version text not null unique,
  -- the version it was made from; null for the one that came with the program
  previous text references organisation.working_calendar (version),
  -- sessions, weekdays of rest and exceptions, whole
  definition jsonb not null,
  -- the days by which it differs from the one before
  changes jsonb not null,
  name text not null,
  decision text not null,
  reason text not null,
  declared_at timestamptz not null,
  declared_by integer references organisation.officer (id)
);
-- Two people who declare at once: the second must look again.
create unique index working_calendar_order on organisation.working_calendar ((coalesce(unit_id, 0)), previous);
comment on table organisation.working_calendar is
  'Append-only: the app role has SELECT and INSERT, no UPDATE and no DELETE.';
grant select, insert on organisation.working_calendar to motcua_app;

-- A walk over the open cases after a calendar was declared. Without ended_at it goes on, or its process died.
create table cases.recompute_run (
  id integer generated always as identity primary key,
  -- the newest declaration it knew
  calendar_id integer not null,
  begun_at timestamptz not null,
  ended_at timestamptz,
  done integer not null default 0,
  total integer not null default 0,
  moved integer not null default 0,
  -- cases whose date the rules do not explain; left alone
  unexplained integer not null default 0
);
grant select, insert, update on cases.recompute_run to motcua_app;

-- Which cases a version of the calendar moved.
create index action_recomputed on cases.action (((body::jsonb -> 'data') ->> 'calendarVersion'), case_id, seq)
  where type = 'due-recomputed';
