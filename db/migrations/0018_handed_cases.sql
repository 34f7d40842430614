-- Which open cases followed a re-organisation, written with the action that says so; append-only like the actions.
create table cases.handed (
  case_id uuid not null,
  -- the action
  seq integer not null,
  reorganisation_id integer not null,
  -- which unit decided the case from when until when: figures of a day count it where it lay on that day
  from_unit_id integer not null,
  since timestamptz not null,
  at timestamptz not null,
  to_unit_id integer not null,
  -- why the rule could not tell for certain where it belongs; a person looks
  unsure text check (unsure in ('part-unknown', 'residence-unknown')),
  primary key (case_id, seq)
);
create index handed_reorganisation on cases.handed (reorganisation_id, case_id);
create index handed_unsure on cases.handed (reorganisation_id, case_id, seq) where unsure is not null;
grant select, insert on cases.handed to motcua_app;
