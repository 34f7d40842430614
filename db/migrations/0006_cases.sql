create schema cases;
grant usage on schema cases to motcua_app;

-- The truth: one row per thing that happened. The program may add rows and nothing else.
create table cases.action (
  case_id uuid not null,
  seq integer not null check (seq > 0),
  at timestamptz not null,
  type text not null,
  officer_id integer,
  unit_id integer,
  -- canonical JSON, exactly the bytes that are hashed
  body text not null,
  -- SHA-256 over the previous hash of the case (none for the first) and the body
  hash bytea not null check (length(hash) = 32),
  primary key (case_id, seq)
);
create index action_at on cases.action (at);
comment on table cases.action is 'Append-only: the app role has SELECT and INSERT, no UPDATE and no DELETE.';
grant select, insert on cases.action to motcua_app;

-- Projection of the actions: a row per case. Rebuildable: npm run rebuild.
create table cases.case_file (
  id uuid primary key,
  code text not null unique,
  version integer not null,
  head_hash bytea not null,
  -- the ten national states
  status smallint not null check (status between 1 and 10),
  procedure_id integer not null,
  procedure_code text not null,
  procedure_name text not null,
  field text not null,
  receiving_unit_id integer not null,
  deciding_unit_id integer not null,
  -- where the case lies now: unit of the oldest open step
  holder_unit_id integer,
  -- every unit that received it, decides it, works or worked on it or was asked: who may find and read it
  unit_ids integer[] not null,
  applicant_name text not null,
  applicant_number text,
  applicant_phone text,
  applicant_search text not null,
  received_at timestamptz not null,
  first_due_at timestamptz,
  -- null while the clock stands still or when there is no appointment
  due_at timestamptz,
  finished_at timestamptz,
  returned_at timestamptz,
  verdict text check (verdict in ('early', 'on-time', 'late')),
  supplement_count smallint not null default 0,
  redated boolean not null default false,
  rating smallint,
  -- the fold of the actions: what the rules need to decide
  state jsonb not null
);
create index case_file_received on cases.case_file (receiving_unit_id, received_at desc, id);
create index case_file_deciding on cases.case_file (deciding_unit_id, received_at desc, id);
create index case_file_finished on cases.case_file (deciding_unit_id, finished_at) where finished_at is not null;
create index case_file_procedure on cases.case_file (procedure_id);
create index case_file_number on cases.case_file (applicant_number) where applicant_number is not null;
create index case_file_phone on cases.case_file (applicant_phone) where applicant_phone is not null;
-- Both in one index: a common name in one's own units is found without reading everybody else's.
create index case_file_applicant on cases.case_file using gin (unit_ids, applicant_search gin_trgm_ops);
create index case_file_holder on cases.case_file (holder_unit_id) where holder_unit_id is not null;
create index case_file_open_due on cases.case_file (due_at) where status in (2, 4) and due_at is not null;
grant select, insert, update on cases.case_file to motcua_app;

-- Projection: a piece of work on a case, owned by a unit and post. Open ones are the work queues.
create table cases.step (
  case_id uuid not null references cases.case_file (id),
  seq integer not null,
  process_step text not null,
  work text not null,
  unit_id integer not null,
  post_kind text not null,
  officer_id integer,
  opened_at timestamptz not null,
  due_at timestamptz,
  -- what the queue is sorted by: when the case is due, paused cases last
  queue_due timestamptz not null,
  paused boolean not null default false,
  closed_at timestamptz,
  closed_by integer,
  outcome text,
  consumed_minutes integer,
  primary key (case_id, seq)
);
create index step_queue on cases.step (unit_id, post_kind, queue_due, case_id) where closed_at is null;
create index step_officer on cases.step (officer_id, queue_due, case_id) where closed_at is null and officer_id is not null;
create index step_closed on cases.step (closed_at, unit_id) where closed_at is not null;
grant select, insert, update on cases.step to motcua_app;

-- Serial of the case code, one row per receiving code and day (TT 01/2018, Điều 19; TT 03/2025, Điều 13).
create table cases.daily_serial (
  unit_code text not null,
  day date not null,
  last integer not null check (last > 0),
  primary key (unit_code, day)
);
-- Serial of numbered papers (PBS, PTC, PXL, results …), one row per unit, year and kind.
create table cases.paper_serial (
  unit_id integer not null,
  year smallint not null,
  kind text not null,
  last integer not null check (last > 0),
  primary key (unit_id, year, kind)
);
grant select, insert, update on cases.daily_serial, cases.paper_serial to motcua_app;

-- Who read a case's personal data, and when (Luật 91/2025/QH15). Append-only.
create table cases.reading (
  id bigint generated always as identity primary key,
  case_id uuid not null,
  officer_id integer,
  system_token_id integer,
  purpose text not null,
  at timestamptz not null
);
create index reading_case on cases.reading (case_id, at desc);
create index reading_officer on cases.reading (officer_id, at desc);
grant select, insert on cases.reading to motcua_app;

-- The head of each case that changed on a day, as it stood at the day's end. Append-only. Leaves of the day's root:
-- they name the case where a root does not match.
create table cases.day_head (
  day date not null,
  case_id uuid not null,
  seq integer not null,
  hash bytea not null check (length(hash) = 32),
  primary key (case_id, day)
);
create index day_head_day on cases.day_head (day);

-- The Merkle root over the heads of all cases at the end of a day; kept for ever, append-only.
create table cases.day_root (
  day date primary key,
  root bytea not null check (length(root) = 32),
  case_count bigint not null,
  made_at timestamptz not null
);
grant select, insert on cases.day_head, cases.day_root to motcua_app;
