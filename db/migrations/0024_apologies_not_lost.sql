-- A notice is said once to each: whoever a step is given to later hears of it too.
alter table steering.notice drop constraint notice_case_id_step_seq_rule_code_key;
create unique index notice_once on steering.notice (case_id, step_seq, rule_code, coalesce(to_officer_id, 0));

-- Of the appointment of a case: the apology is owed, it was not signed in time, the new date comes near, it passed.
alter table steering.notice drop constraint notice_kind_check;
alter table steering.notice add constraint notice_kind_check
  check (kind in ('warning', 'urged', 'apology', 'apology-due', 'new-date', 'new-date-due', 'silence'));

-- An apology that nobody signed before a late case ended: the applicant was never told.
alter table steering.apology_draft drop constraint apology_draft_state_check;
alter table steering.apology_draft add constraint apology_draft_state_check
  check (state in ('open', 'signed', 'dropped', 'lapsed'));
create index apology_lapsed on steering.apology_draft (unit_id, closed_at desc) where state = 'lapsed';

-- A notice about an appointment names the unit and the date that it is about, so that each is told of its own.
update steering.notice
  set rule_code = 'apology-' || to_unit_id || '-' || (extract(epoch from due_at) * 1000)::bigint
  where kind = 'apology' and settled_at is null;
