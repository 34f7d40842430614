-- What a declaration of days would do to the open cases, counted in the background where they are many.
create table cases.due_preview (
  -- SHA-256 of the days, of whom they are for and of the newest calendar there was
  key text primary key,
  -- the unit; null: the province
  scope integer,
  declaration jsonb not null,
  begun_at timestamptz not null,
  -- the last sign of life of whoever counts
  noted_at timestamptz not null,
  done integer not null default 0,
  -- 0 while it waits for its turn
  total integer not null default 0,
  -- what it came to
  result jsonb,
  -- ended without a result: it failed
  ended_at timestamptz
);
grant select, insert, update, delete on cases.due_preview to motcua_app;
