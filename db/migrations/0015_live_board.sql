-- The cases whose figures may have changed since the live board last looked: written by the statement that saves a case,
-- taken away by whoever counts. Only what is committed can be taken, hence nothing is missed and no cursor is kept. No
-- index and no key: a case may stand here several times.
create table cases.changed_case (case_id uuid not null)
  with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
grant select, insert, delete on cases.changed_case to motcua_app;
insert into cases.changed_case (case_id) select id from cases.case_file;

-- The fields of the roll-ups by a short number.
create table steering.board_field (
  id integer generated always as identity primary key,
  name text not null unique
);
grant select, insert on steering.board_field to motcua_app;

-- What each accepted case adds to the board now; what the board is the sum of. No personal data. Rebuildable.
create table steering.board_case (
  case_id uuid primary key,
  unit_id integer not null,
  field_id integer not null,
  received_on date not null,
  -- null: open
  ended_on date,
  returned_on date,
  official text not null check (official in ('on-time', 'overdue', 'not-counted')),
  honest text not null check (honest in ('early', 'on-time', 'late', 're-dated', 'accepted-late', 'many-supplements', 'withdrawn',
    'stopped', 'running', 'no-date')),
  paused boolean not null,
  -- open, its clock runs, and its lawful appointment is past
  late boolean not null,
  -- the result lies ready for its applicant
  to_return boolean not null,
  due_at timestamptz,
  -- when time alone changes what stands here
  next_at timestamptz
);
create index board_case_received on steering.board_case (unit_id, received_on, case_id);
create index board_case_ended on steering.board_case (unit_id, ended_on, case_id) where ended_on is not null;
create index board_case_returned on steering.board_case (unit_id, returned_on, case_id) where returned_on is not null;
create index board_case_open on steering.board_case
  (unit_id, coalesce(due_at, 'infinity'::timestamptz), case_id) where ended_on is null;
create index board_case_to_return on steering.board_case (unit_id, ended_on, case_id) where to_return;
create index board_case_next on steering.board_case (next_at) where next_at is not null;
grant select, insert, update, delete on steering.board_case to motcua_app;

-- The numbers of the live board: sums over steering.board_case by unit and field, for each day, month and year, and
-- under 'now' those of this moment. A column for each figure: a page reads one row for each unit and field.
create table steering.board_sum (
  grain text not null check (grain in ('now', 'day', 'month', 'year')),
  -- first day of the period; 0001-01-01 under 'now'
  starts date not null,
  unit_id integer not null,
  field_id integer not null,
  received integer not null default 0,
  returned integer not null default 0,
  official_on_time integer not null default 0,
  official_overdue integer not null default 0,
  early integer not null default 0,
  on_time integer not null default 0,
  late integer not null default 0,
  re_dated integer not null default 0,
  accepted_late integer not null default 0,
  many_supplements integer not null default 0,
  withdrawn integer not null default 0,
  stopped integer not null default 0,
  no_date integer not null default 0,
  running integer not null default 0,
  open integer not null default 0,
  paused integer not null default 0,
  late_now integer not null default 0,
  to_return integer not null default 0,
  primary key (grain, starts, unit_id, field_id)
) with (fillfactor = 80);
grant select, insert, update, delete on steering.board_sum to motcua_app;

-- How far the board is: one row.
create table steering.board_state (
  id boolean primary key default true check (id),
  -- the numbers hold for this moment
  as_of timestamptz not null,
  -- grows whenever a number changes
  version bigint not null
);
insert into steering.board_state (as_of, version) values ('-infinity', 0);
grant select, update on steering.board_state to motcua_app;
