-- A planned change of the units on a date (sắp xếp, tổ chức lại đơn vị), with its decision. The rows are the plan as it was
-- made; what it did stands in succession, unit_version, unit and post.
create table organisation.reorganisation (
  id integer generated always as identity primary key,
  effective_on date not null,
  decision text not null,
  reason text not null,
  rows jsonb not null,
  state text not null check (state in ('planned', 'carrying-out', 'carried-out', 'withdrawn')),
  planned_at timestamptz not null,
  planned_by integer references organisation.officer (id),
  withdrawn_at timestamptz,
  withdrawn_by integer references organisation.officer (id),
  withdrawn_reason text,
  -- units, posts and tokens follow in one transaction; the open cases after it
  units_done_at timestamptz,
  done_at timestamptz,
  -- why it could not be carried out on its date; a person must look
  stuck text,
  check ((state = 'withdrawn') = (withdrawn_at is not null))
);
create index reorganisation_planned_by on organisation.reorganisation (planned_by);
create index reorganisation_withdrawn_by on organisation.reorganisation (withdrawn_by);
create index reorganisation_due on organisation.reorganisation (effective_on) where state in ('planned', 'carrying-out');
grant select, insert on organisation.reorganisation to motcua_app;
grant update (state, withdrawn_at, withdrawn_by, withdrawn_reason, units_done_at, done_at, stuck)
  on organisation.reorganisation to motcua_app;

-- Who took over from whom, and which part. Append-only.
create table organisation.succession (
  predecessor_id integer not null references organisation.unit (id),
  successor_id integer not null references organisation.unit (id),
  -- '' is the whole; else the part as the decision words it
  share text not null,
  -- where nothing else says which part is meant
  main boolean not null,
  from_date date not null,
  reorganisation_id integer not null references organisation.reorganisation (id),
  primary key (predecessor_id, successor_id)
);
create index succession_successor on organisation.succession (successor_id);
create index succession_reorganisation on organisation.succession (reorganisation_id);
grant select, insert on organisation.succession to motcua_app;

-- What a unit was called and where it stood until a day. Append-only.
create table organisation.unit_version (
  unit_id integer not null references organisation.unit (id),
  until date not null,
  name text not null,
  short_name text not null,
  name_en text,
  parent_id integer references organisation.unit (id),
  reorganisation_id integer not null references organisation.reorganisation (id),
  primary key (unit_id, until)
);
create index unit_version_parent on organisation.unit_version (parent_id);
create index unit_version_reorganisation on organisation.unit_version (reorganisation_id);
grant select, insert on organisation.unit_version to motcua_app;

-- Names of places as people still say and papers still print them, each with the unit that took over. Append-only.
create table organisation.place_name (
  id integer generated always as identity primary key,
  -- with its type: "xã Nhơn Lộc"
  name text not null,
  -- "thị xã An Nhơn"; '' where it is not known
  former_district text not null,
  former_province text not null,
  -- '' is the whole of the old place
  share text not null,
  unit_id integer not null references organisation.unit (id),
  since date not null,
  search_key text not null,
  unique (name, former_district, unit_id, share)
);
create index place_name_unit on organisation.place_name (unit_id);
create index place_name_search on organisation.place_name using gin (search_key gin_trgm_ops);
grant select, insert on organisation.place_name to motcua_app;
