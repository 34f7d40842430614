-- Why the time of a step does not count (null: it counts), and the working minutes that it was given. Null in rows from
-- before: then the budget is what lies between opening and due date.
alter table cases.step add column uncounted text, add column budget_minutes integer;
comment on column cases.step.uncounted is 'A kind of time that the law does not count; the clock of the case stands while the step is open.';
-- Opinions whose silence is an answer: the few that are open, by the end of their term.
create index step_opinion_due on cases.step (due_at) where closed_at is null and work = 'opinion';
