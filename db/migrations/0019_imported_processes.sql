-- Processes that were read out of a decision and wait for somebody to say for which procedure they are. Reading the same
-- decision again brings its processes up to date; what has become a draft is left alone.
create table processes.imported (
  id integer generated always as identity primary key,
  -- the decision by its number, such as "138/2025/QĐ-UBND"
  decision text not null,
  article text not null,
  part integer not null,
  title text not null,
  level text,
  steps jsonb not null,
  terms jsonb not null,
  time_limit jsonb,
  budgets_read integer not null,
  notes jsonb not null,
  imported_at timestamptz not null,
  imported_by integer,
  -- the procedure for which a draft was begun from it
  procedure_code text,
  unique (decision, article, part)
);
grant select, insert, update on processes.imported to motcua_app;
