-- Which cases belong to an interconnected group (nhóm thủ tục liên thông): the parent and its members, written once when
-- the group is received. Projection of the parent's first action; compared by npm run rebuild.
create table cases.group_member (
  parent_id uuid not null references cases.case_file (id),
  position smallint not null check (position > 0),
  key text not null,
  child_id uuid not null unique references cases.case_file (id),
  primary key (parent_id, position)
);
grant select, insert on cases.group_member to motcua_app;

-- The groups that are under way: their owner's open step.
create index step_coordinate on cases.step (unit_id, due_at, case_id)
  where closed_at is null and work = 'coordinate';
