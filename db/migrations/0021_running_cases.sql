-- Cases under way: when they are owed and by which process they run, for warnings, apologies, late figures, moves to another
-- version. In a narrow table of its own: while indexes over due date, state and holder lay on case_file, nearly every command
-- and every moved appointment rewrote all indexes of the row, names included.
create table cases.running (
  case_id uuid primary key references cases.case_file (id) on delete cascade,
  -- null while the clock stands still or when there is no appointment
  due_at timestamptz,
  process_id integer not null
);
create index running_due on cases.running (due_at, case_id) where due_at is not null;
create index running_process on cases.running (process_id, case_id);
grant select, insert, update, delete on cases.running to motcua_app;
comment on table cases.running is 'Kept by the triggers of case_file: whoever writes a case cannot forget it.';
insert into cases.running (case_id, due_at, process_id)
  select id, due_at, process_id from cases.case_file where status in (2, 4, 5, 6);
drop index cases.case_file_open_due;
drop index cases.case_file_process;
-- Whoever holds a case has an open step.
drop index cases.case_file_holder;

create function cases.keep_running() returns trigger language plpgsql as $$
begin
  if new.status in (2, 4, 5, 6) then
    insert into cases.running (case_id, due_at, process_id) values (new.id, new.due_at, new.process_id)
      on conflict (case_id) do update set due_at = excluded.due_at, process_id = excluded.process_id;
  else
    delete from cases.running where case_id = new.id;
  end if;
  return null;
end
$$;
create trigger running_begins after insert on cases.case_file
  for each row when (new.status in (2, 4, 5, 6)) execute function cases.keep_running();
create trigger running_changes after update on cases.case_file
  for each row when (
    old.due_at is distinct from new.due_at or old.process_id <> new.process_id
    or (old.status in (2, 4, 5, 6)) <> (new.status in (2, 4, 5, 6))
  ) execute function cases.keep_running();
