-- A leader is told that silence is about to become an answer (a law says so for this procedure).
alter table steering.notice drop constraint notice_kind_check;
alter table steering.notice add constraint notice_kind_check
  check (kind in ('warning', 'urged', 'apology', 'silence'));
