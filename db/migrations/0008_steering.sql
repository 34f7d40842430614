create schema steering;
grant usage on schema steering to motcua_app;

-- When somebody is warned about a step, and who: data with a day from which it holds. A step is warned by the rules of
-- the day on which the warning falls; a code that is dated anew does not warn twice.
create table steering.warning_rule (
  code text not null,
  effective_from date not null,
  effective_to date check (effective_to >= effective_from),
  -- either a share of the step's budget, or working minutes after it is used up
  percent smallint check (percent between 1 and 100),
  minutes_after_due integer check (minutes_after_due >= 0),
  recipient text not null check (recipient in ('holder', 'division-head', 'leader', 'office')),
  -- steps with a smaller budget are left alone: half of an hour is no news
  min_budget_minutes integer not null default 0 check (min_budget_minutes >= 0),
  source text not null,
  primary key (code, effective_from),
  check ((percent is null) <> (minutes_after_due is null))
);
grant select on steering.warning_rule to motcua_app;

insert into steering.warning_rule
  (code, effective_from, percent, minutes_after_due, recipient, min_budget_minutes, source)
values
  ('holder-50', '2025-07-01', 50, null, 'holder', 240, 'NĐ 118/2025/NĐ-CP, Điều 8: theo dõi, đôn đốc hồ sơ đến hạn'),
  ('holder-80', '2025-07-01', 80, null, 'holder', 60, 'NĐ 118/2025/NĐ-CP, Điều 8: theo dõi, đôn đốc hồ sơ đến hạn'),
  ('holder-100', '2025-07-01', 100, null, 'holder', 0, 'NĐ 118/2025/NĐ-CP, Điều 8: đôn đốc hồ sơ quá hạn'),
  ('division-head-100', '2025-07-01', 100, null, 'division-head', 0, 'NĐ 118/2025/NĐ-CP, Điều 8: đôn đốc hồ sơ quá hạn'),
  ('leader-late-half-day', '2025-07-01', null, 240, 'leader', 0, 'NĐ 118/2025/NĐ-CP, Điều 8: đôn đốc hồ sơ quá hạn'),
  ('office-late-two-days', '2025-07-01', null, 960, 'office', 0, 'NĐ 118/2025/NĐ-CP, Điều 8: đôn đốc hồ sơ quá hạn');

-- What somebody is told, once: the key is case, step and rule. No personal data of applicants.
create table steering.notice (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('warning', 'urged', 'apology')),
  case_id uuid not null,
  -- 0: the case as a whole
  step_seq integer not null check (step_seq >= 0),
  rule_code text not null,
  -- as the rule stood when it warned
  percent smallint,
  minutes_after_due integer,
  case_code text not null,
  procedure_name text not null,
  -- the work and the unit that owes it
  work text not null,
  unit_id integer not null,
  due_at timestamptz,
  at timestamptz not null,
  -- one officer, or everybody who holds the post in the unit
  to_officer_id integer,
  to_unit_id integer not null,
  to_post text not null,
  -- the step is done, the urging answered, the apology signed or not needed any more
  settled_at timestamptz,
  unique (case_id, step_seq, rule_code)
);
-- what is not settled sorts last: the lists leave out what was settled long ago
create index notice_post on steering.notice (to_unit_id, to_post, coalesce(settled_at, 'infinity'::timestamptz))
  where to_officer_id is null;
create index notice_officer on steering.notice (to_officer_id, coalesce(settled_at, 'infinity'::timestamptz))
  where to_officer_id is not null;
create index notice_open on steering.notice (id) where settled_at is null;
grant select, insert, update on steering.notice to motcua_app;

-- Who has read which notice; one to a post is read by each holder for themselves.
create table steering.notice_read (
  notice_id bigint not null references steering.notice (id),
  officer_id integer not null,
  at timestamptz not null,
  primary key (notice_id, officer_id)
);
grant select, insert on steering.notice_read to motcua_app;

-- An apology that a unit owes (NĐ 61/2018/NĐ-CP, Điều 19 khoản 9): it drafts itself, a leader signs it, once per case.
create table steering.apology_draft (
  case_id uuid primary key,
  case_code text not null,
  procedure_name text not null,
  -- the unit that holds the case, whose leader signs
  unit_id integer not null,
  due_at timestamptz not null,
  proposed_date date not null,
  state text not null check (state in ('open', 'signed', 'dropped')),
  opened_at timestamptz not null,
  closed_at timestamptz,
  -- number of the action that apologised
  action_seq integer,
  check ((state = 'open') = (closed_at is null))
);
create index apology_open on steering.apology_draft (unit_id, due_at, case_id) where state = 'open';
create index apology_signed on steering.apology_draft (unit_id, closed_at desc) where state = 'signed';
grant select, insert, update on steering.apology_draft to motcua_app;

-- Both verdicts of every accepted case that has ended; counted from the cases' histories, can be counted anew.
create table steering.verdict (
  case_id uuid primary key,
  unit_id integer not null,
  ended_on date not null,
  official text not null,
  honest text not null
);
create index verdict_day on steering.verdict (ended_on, official, honest);
grant select, insert, update, delete on steering.verdict to motcua_app;

-- How many accepted cases are open, by both verdicts, as of the last count.
create table steering.open_figure (
  official text not null,
  honest text not null,
  cases integer not null,
  primary key (official, honest)
);
grant select, insert, update, delete on steering.open_figure to motcua_app;

-- How far a count has come.
create table steering.progress (
  name text primary key,
  at timestamptz not null
);
grant select, insert, update on steering.progress to motcua_app;
