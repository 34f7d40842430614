-- Who is away, and who acts instead: the person has one absence at a time, with a deputy for each post or for none.
create table organisation.absence (
  id integer generated always as identity primary key,
  officer_id integer not null references organisation.officer (id),
  from_day date not null,
  -- the last day
  to_day date not null,
  reason text not null,
  decision text,
  recorded_by integer references organisation.officer (id),
  recorded_at timestamptz not null,
  -- ended or called off before its last day; from this moment on nobody acts instead
  ended_at timestamptz,
  ended_by integer references organisation.officer (id),
  check (to_day >= from_day)
);
create index absence_officer on organisation.absence (officer_id, to_day);
create index absence_recorded_by on organisation.absence (recorded_by);
create index absence_ended_by on organisation.absence (ended_by);
create index absence_now on organisation.absence (to_day) where ended_at is null;
grant select, insert on organisation.absence to motcua_app;
grant update (ended_at, ended_by) on organisation.absence to motcua_app;

-- A delegation gives one post in one unit to one deputy for the days of the absence (ủy quyền khi vắng mặt).
create table organisation.delegation (
  absence_id integer not null references organisation.absence (id),
  unit_id integer not null references organisation.unit (id),
  post_kind text not null,
  deputy_id integer not null references organisation.officer (id),
  primary key (absence_id, unit_id, post_kind)
);
create index delegation_unit on organisation.delegation (unit_id);
create index delegation_deputy on organisation.delegation (deputy_id);
grant select, insert on organisation.delegation to motcua_app;

-- Why a post ended, and how far its open work has moved. The post itself ends by its own last day.
create table organisation.post_ending (
  id integer generated always as identity primary key,
  post_id integer not null unique references organisation.post (id),
  -- the first day on which the post is not held any more
  from_day date not null,
  reason text not null,
  decision text not null,
  -- who takes the open work; null: it goes back to the common queue of unit and post
  successor_id integer references organisation.officer (id),
  recorded_by integer not null references organisation.officer (id),
  recorded_at timestamptz not null,
  moved integer not null default 0,
  total integer,
  done_at timestamptz
);
create index post_ending_successor on organisation.post_ending (successor_id);
create index post_ending_recorded_by on organisation.post_ending (recorded_by);
create index post_ending_owed on organisation.post_ending (from_day) where done_at is null;
grant select, insert on organisation.post_ending to motcua_app;
grant update (moved, total, done_at) on organisation.post_ending to motcua_app;

-- What officers are told about themselves: a deputy who must act, a post that ends or begins.
create table organisation.staff_notice (
  id integer generated always as identity primary key,
  officer_id integer not null references organisation.officer (id),
  kind text not null check (kind in ('absent', 'deputy', 'absence-ended', 'post-ends', 'successor', 'post-begins')),
  absence_id integer references organisation.absence (id),
  post_id integer references organisation.post (id),
  at timestamptz not null,
  read_at timestamptz
);
create index staff_notice_unread on organisation.staff_notice (officer_id) where read_at is null;
create index staff_notice_absence on organisation.staff_notice (absence_id);
create index staff_notice_post on organisation.staff_notice (post_id);
grant select, insert on organisation.staff_notice to motcua_app;
grant update (read_at) on organisation.staff_notice to motcua_app;

-- Where new work is shared among the holders of a post by their load; no row: it lies in the common queue.
create table cases.share_setting (
  unit_id integer not null,
  post_kind text not null,
  automatic boolean not null,
  set_by integer not null,
  set_at timestamptz not null,
  primary key (unit_id, post_kind)
);
grant select, insert, update on cases.share_setting to motcua_app;
