import type { Db } from "./case-store.ts";
import type { CaseState } from "./domain/case-state.ts";
import { membersOf } from "./domain/group.ts";

/** A row of cases.group_member below its parent. */
export type GroupRow = { readonly position: number; readonly key: string; readonly child_id: string };

/** The rows of a parent; none for any other case. */
export function groupRows(state: Pick<CaseState, "group">): GroupRow[] {
  return membersOf(state).map(({ key, caseId }, index) => ({ position: index + 1, key, child_id: caseId }));
}

/** Writes the members of a parent; those that are there already are left alone. */
export async function insertGroup(db: Db, parentId: string, rows: readonly GroupRow[]): Promise<void> {
  if (rows.length === 0) return;
  await db.query({
    name: "cases.insert-group",
    text: `insert into cases.group_member (parent_id, position, key, child_id)
      select $1::uuid, m.* from unnest($2::smallint[], $3::text[], $4::uuid[]) as m on conflict do nothing`,
    values: [
      parentId,
      rows.map((row) => row.position),
      rows.map((row) => row.key),
      rows.map((row) => row.child_id),
    ],
  });
}

/** The members of these parents, by parent, in their order. */
export async function groupRowsOf(
  db: Db,
  parentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly GroupRow[]>> {
  const found = await db.query<GroupRow & { parent_id: string }>({
    name: "cases.groups-of",
    text: `select parent_id, position, key, child_id from cases.group_member
      where parent_id = any ($1::uuid[]) order by parent_id, position`,
    values: [parentIds],
  });
  const groups = new Map<string, GroupRow[]>();
  for (const { parent_id, ...row } of found.rows)
    groups.set(parent_id, [...(groups.get(parent_id) ?? []), row]);
  return groups;
}

/** The states of the members of a group, in their order; one round trip. */
export async function memberStates(db: Db, parentId: string): Promise<CaseState[]> {
  const found = await db.query<{ state: CaseState }>({
    name: "cases.group-states",
    text: `select c.state from cases.group_member as m join cases.case_file as c on c.id = m.child_id
      where m.parent_id = $1 order by m.position`,
    values: [parentId],
  });
  return found.rows.map((row) => row.state);
}

/** One page of the groups under way of which some member has moved on since the parent last heard of it. */
export async function groupsToFollow(db: Db, after: string, limit: number): Promise<string[]> {
  const found = await db.query<{ id: string }>({
    name: "cases.groups-to-follow",
    text: `select s.case_id as id from cases.step as s join cases.case_file as p on p.id = s.case_id
      where s.closed_at is null and s.work = 'coordinate' and s.case_id > $1
        and exists (select 1 from cases.group_member as m join cases.case_file as c on c.id = m.child_id
          where m.parent_id = s.case_id
            and c.status is distinct from (p.state -> 'progress' -> m.key ->> 'status')::smallint)
      order by s.case_id limit $2`,
    values: [after, limit],
  });
  return found.rows.map((row) => row.id);
}
