-- A planned end of a post goes with the post to the unit that takes over, and may be brought forward by a new decision.
grant update (post_id, from_day, reason, decision, successor_id, recorded_by, recorded_at)
  on organisation.post_ending to motcua_app;

-- The first day on which a deputy acts no more, before the absence is over: they gave up a post of their own.
alter table organisation.delegation add column until date;
grant update (until) on organisation.delegation to motcua_app;

-- Posts that were given after a plan was made are placed in it until it is carried out.
grant update (rows) on organisation.reorganisation to motcua_app;
