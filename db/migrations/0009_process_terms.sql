-- What a process says beyond its steps: two appointments, what silence means. Null: nothing.
alter table processes.process add column terms jsonb;
