-- Of the paused cases those that were late when their clock stopped stand apart on the live board. Every open case that may be
-- one of them is counted again by the next tick.
alter table steering.board_sum add column late_paused integer not null default 0;
insert into cases.changed_case (case_id)
  select case_id from steering.board_case where ended_on is null and not late and (paused or honest <> 'running');
