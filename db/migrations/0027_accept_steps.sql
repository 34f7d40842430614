-- Online cases that wait to be accepted: a declared day moves the working hours that the desk has for it.
create index step_accept on cases.step (case_id) where closed_at is null and work = 'accept';
