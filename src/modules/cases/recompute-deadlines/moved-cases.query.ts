import type { Instant } from "../../../kernel/time.ts";
import { type Actor, holds, unitsFor } from "../../../platform/permission.ts";
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
  /** null: the result; of an online case that waited, by when it had to be accepted. */
  readonly of: "acceptance" | null;
  /** Whether the reader may open it; only then who it is for. */
  readonly readable: boolean;
  readonly applicantName: string | null;
  readonly applicantPhone: string | null;
};

export type MovedFilter = {
  readonly version: string;
  /** "moved": all of them. */
  readonly effect: DueEffect;
  /** Where the page before ended. */
  readonly after: { readonly caseId: string; readonly seq: number };
  readonly limit: number;
};

/** The units whose cases the actor sees; null: those of all, for who declares calendars. */
function unitsSeen(actor: Actor): readonly number[] | null {
  return holds(actor, "calendar.declare") ? null : unitsFor(actor, "calendar.cases");
}

/**
 * The cases that $1 moved, of the units $2 alone (readable.ts) or all. Instants of bodies are ISO texts in UTC: they compare as they are. The index knows version, case and number; each
 * body is read once (offset 0 keeps the planner from reading it for every column).
 */
const MOVED = `
  select a.case_id, a.seq, a.at, due.old as old_due, due.new as new_due, due.of, case
      when due.standing or due.status in ('5', '6') or (due.old < due.at) = (due.new < due.at) then 'moved'
      when due.new < due.at then 'became-late' else 'no-longer-late' end as effect
  from cases.action as a
  join cases.case_file as f on f.id = a.case_id and ($2::int[] is null or f.unit_ids && $2)
  cross join lateral (select a.body::jsonb as body offset 0) as j
  cross join lateral (
    select j.body ->> 'status' as status, j.body ->> 'at' as at, j.body -> 'data' ->> 'oldDueAt' as old,
      j.body -> 'data' ->> 'newDueAt' as new, j.body -> 'data' ->> 'of' as of,
      j.body -> 'data' ? 'standing' as standing offset 0) as due
  where a.type = 'due-recomputed' and ((a.body::jsonb -> 'data') ->> 'calendarVersion') = $1`;

/** One page of the cases that a version moved, as far as the actor sees them; the longest received first. */
export async function movedCases(db: Db, actor: Actor, filter: MovedFilter): Promise<readonly MovedCase[]> {
  const found = await db.query<MovedCase>({
    name: "cases.recompute.moved",
    text: `select m.case_id as "caseId", m.seq, f.code, f.deciding_unit_id as "unitId", m.at,
             m.old_due::timestamptz as "oldDueAt", m.new_due::timestamptz as "newDueAt", m.effect, m.of,
             may.read as readable, case when may.read then f.applicant_name end as "applicantName",
             case when may.read then f.applicant_phone end as "applicantPhone"
           from (${MOVED} and (a.case_id, a.seq) > ($3::uuid, $4::int)) as m
           join cases.case_file as f on f.id = m.case_id
           cross join lateral (select f.unit_ids && $7::int[] as read) as may
           where $5 = 'moved' or m.effect = $5
           order by m.case_id, m.seq limit $6`,
    values: [
      filter.version,
      unitsSeen(actor),
      filter.after.caseId,
      filter.after.seq,
      filter.effect,
      filter.limit,
      unitsFor(actor, "case.read"),
    ],
  });
  return found.rows;
}

export type MovedCounts = Readonly<Record<DueEffect, number>>;

/** How many of the cases that the actor sees a version moved, and how many of them became late or are late no longer. */
export async function movedCounts(db: Db, actor: Actor, version: string): Promise<MovedCounts> {
  const found = await db.query<MovedCounts>({
    name: "cases.recompute.moved-counts",
    text: `select count(*) as moved, count(*) filter (where effect = 'became-late') as "became-late",
             count(*) filter (where effect = 'no-longer-late') as "no-longer-late" from (${MOVED}) as m`,
    values: [version, unitsSeen(actor)],
  });
  return found.rows[0] ?? { moved: 0, "became-late": 0, "no-longer-late": 0 };
}
