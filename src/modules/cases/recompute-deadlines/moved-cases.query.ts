import type { Instant } from "../../../kernel/time.ts";
import { type Actor, holds, unitsFor } from "../../../platform/permission.ts";
import type { DueEffect } from "../../organisation/index.ts";
import type { Db } from "../case-store.ts";
import type { CasesDeps } from "../cases-deps.ts";
import { logReadings } from "../reading-store.ts";

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

/** The units whose cases the actor sees (readable.ts); undefined: those of all, for who declares calendars. */
function unitsSeen(actor: Actor): readonly number[] | undefined {
  return holds(actor, "calendar.declare") ? undefined : unitsFor(actor, "calendar.cases");
}

/** The cases of the units of a parameter; in a statement of its own, so that its plan may begin at them. */
const ofUnits = (parameter: string) =>
  `join cases.case_file as own on own.id = a.case_id and own.unit_ids && ${parameter}::int[]`;

/** The version that moved a case, in the words of the index action_recomputed. */
const VERSION = `split_part(split_part(a.body, '"calendarVersion":"', 2), '"', 1)`;

/**
 * The cases that $1 moved. Instants of bodies are ISO texts in UTC: they compare as they are. The index knows version,
 * case and number; each body is read once (offset 0 keeps the planner from reading it for every column).
 */
const moved = (join: string) => `
  select a.case_id, a.seq, a.at, due.old as old_due, due.new as new_due, due.of, case
      when due.standing or due.status in ('5', '6') or (due.old < due.at) = (due.new < due.at) then 'moved'
      when due.new < due.at then 'became-late' else 'no-longer-late' end as effect
  from cases.action as a
  ${join}
  cross join lateral (select a.body::jsonb as body offset 0) as j
  cross join lateral (
    select j.body ->> 'status' as status, j.body ->> 'at' as at, j.body -> 'data' ->> 'oldDueAt' as old,
      j.body -> 'data' ->> 'newDueAt' as new, j.body -> 'data' ->> 'of' as of,
      j.body -> 'data' ? 'standing' as standing offset 0) as due
  where a.type = 'due-recomputed' and ${VERSION} = $1`;

/** One page of the cases that a version moved, as far as the actor sees them; the longest received first. */
export async function movedCases(db: Db, actor: Actor, filter: MovedFilter): Promise<readonly MovedCase[]> {
  const units = unitsSeen(actor);
  const found = await db.query<MovedCase>({
    name: `cases.recompute.moved${units === undefined ? "" : "-own"}`,
    text: `select m.case_id as "caseId", m.seq, f.code, f.deciding_unit_id as "unitId", m.at,
             m.old_due::timestamptz as "oldDueAt", m.new_due::timestamptz as "newDueAt", m.effect, m.of,
             may.read as readable, case when may.read then f.applicant_name end as "applicantName",
             case when may.read then f.applicant_phone end as "applicantPhone"
           from (${moved(units === undefined ? "" : ofUnits("$7"))} and (a.case_id, a.seq) > ($2::uuid, $3::int)) as m
           join cases.case_file as f on f.id = m.case_id
           cross join lateral (select f.unit_ids && $6::int[] as read) as may
           where $4 = 'moved' or m.effect = $4
           order by m.case_id, m.seq limit $5`,
    values: [
      filter.version,
      filter.after.caseId,
      filter.after.seq,
      filter.effect,
      filter.limit,
      unitsFor(actor, "case.read"),
      ...(units === undefined ? [] : [units]),
    ],
  });
  return found.rows;
}

/** The same; whoever sees whom a case is for is noted. */
export async function movedPage(
  { database, clock }: Pick<CasesDeps, "database" | "clock">,
  actor: Actor,
  filter: MovedFilter,
): Promise<{ readonly rows: readonly MovedCase[]; readonly hasMore: boolean }> {
  const found = await movedCases(database.pool, actor, { ...filter, limit: filter.limit + 1 });
  const rows = found.slice(0, filter.limit);
  const seen = rows.filter(({ readable }) => readable).map(({ caseId }) => caseId);
  await logReadings(database.pool, actor, seen, "moved-cases", clock());
  return { rows, hasMore: found.length > rows.length };
}

export type MovedCounts = Readonly<Record<DueEffect, number>>;

/** How many of the cases that the actor sees a version moved, and how many of them became late or are late no longer. */
export async function movedCounts(db: Db, actor: Actor, version: string): Promise<MovedCounts> {
  const units = unitsSeen(actor);
  const found = await db.query<MovedCounts>({
    name: `cases.recompute.moved-counts${units === undefined ? "" : "-own"}`,
    text: `select count(*) as moved, count(*) filter (where effect = 'became-late') as "became-late",
             count(*) filter (where effect = 'no-longer-late') as "no-longer-late" from (${moved(units === undefined ? "" : ofUnits("$2"))}) as m`,
    values: [version, ...(units === undefined ? [] : [units])],
  });
  return found.rows[0] ?? { moved: 0, "became-late": 0, "no-longer-late": 0 };
}
