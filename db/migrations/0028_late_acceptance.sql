-- Online cases that were answered beyond the eight working hours: the public figures count those that were refused then.
create index step_accept_late on cases.step (closed_at) where work = 'accept' and closed_at > due_at;
