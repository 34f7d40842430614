import type { Instant } from "../../../kernel/time.ts";
import type { DueEffect } from "../../organisation/index.ts";
import type { Db } from "../case-store.ts";

/** A case that a version of the calendar moved, as it stood when it was counted again. */
export type MovedCase = {
  readonly caseId: string;
  readonly seq: number;
  readonly code: string;
  readonly unitId: number;
  readonly at: Instant;
  readonly oldDueAt: Instant;
  readonly newDueAt: Instant;
  readonly effect: DueEffect;
};

export type MovedFilter = {
  readonly version: string;
  /** "moved": all of them. */
  readonly effect: DueEffect;
  /** Where the page before ended. */
  readonly after: { readonly caseId: string; readonly seq: number };
  readonly limit: number;
};

/**
 * Instants of bodies are ISO texts in UTC: they compare as they are. The index knows version, case and number; each
 * body is read once (offset 0 keeps the planner from reading it for every column).
 */
const MOVED = `
  select a.case_id, a.seq, a.at, due.old as old_due, due.new as new_due, case
      when due.status in ('5', '6') or (due.old < due.at) = (due.new < due.at) then 'moved'
      when due.new < due.at then 'became-late' else 'no-longer-late' end as effect
  from cases.action as a
  cross join lateral (select a.body::jsonb as body offset 0) as j
  cross join lateral (
    select j.body ->> 'status' as status, j.body ->> 'at' as at, j.body -> 'data' ->> 'oldDueAt' as old,
      j.body -> 'data' ->> 'newDueAt' as new offset 0) as due
  where a.type = 'due-recomputed' and ((a.body::jsonb -> 'data') ->> 'calendarVersion') = $1`;

/** One page of the cases that a version moved, the longest received first. */
export async function movedCases(db: Db, filter: MovedFilter): Promise<readonly MovedCase[]> {
  const found = await db.query<MovedCase>({
    name: "cases.recompute.moved",
    text: `select m.case_id as "caseId", m.seq, f.code, f.deciding_unit_id as "unitId", m.at,
             m.old_due::timestamptz as "oldDueAt", m.new_due::timestamptz as "newDueAt", m.effect
           from (${MOVED} and (a.case_id, a.seq) > ($2::uuid, $3::int)) as m
           join cases.case_file as f on f.id = m.case_id
           where $4 = 'moved' or m.effect = $4
           order by m.case_id, m.seq limit $5`,
    values: [filter.version, filter.after.caseId, filter.after.seq, filter.effect, filter.limit],
  });
  return found.rows;
}

export type MovedCounts = Readonly<Record<DueEffect, number>>;

/** How many cases a version moved, and how many of them became late or are late no longer. */
export async function movedCounts(db: Db, version: string): Promise<MovedCounts> {
  const found = await db.query<MovedCounts>({
    name: "cases.recompute.moved-counts",
    text: `select count(*) as moved, count(*) filter (where effect = 'became-late') as "became-late",
             count(*) filter (where effect = 'no-longer-late') as "no-longer-late" from (${MOVED}) as m`,
    values: [version],
  });
  return found.rows[0] ?? { moved: 0, "became-late": 0, "no-longer-late": 0 };
}
