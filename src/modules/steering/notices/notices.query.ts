import { DAY_MS, type Instant, toIso } from "../../../kernel/time.ts";
import type { Db } from "../db.ts";
import type { NoticeKind } from "../notice-store.ts";
import type { Officer } from "../officer-of-request.ts";

/** A notice as its reader sees it. */
export type NoticeRow = {
  readonly id: number;
  readonly kind: NoticeKind;
  readonly caseId: string;
  readonly caseCode: string;
  readonly procedureName: string;
  readonly percent: number | null;
  readonly minutesAfterDue: number | null;
  readonly work: string;
  readonly unitId: number;
  readonly dueAt: Instant | null;
  readonly at: Instant;
  /** What it was about is done. */
  readonly settled: boolean;
  /** Read, or settled and thus nothing to be read. */
  readonly quiet: boolean;
};

export type NoticeCursor = { readonly quiet: boolean; readonly id: number };

/** What is done is shown for so long. */
const KEPT_MS = 30 * DAY_MS;

/**
 * Notices to the officer themselves, to an absent officer whose post they fill, or to a post they hold ($1 officer,
 * $2 units, $3 posts, $4 for whom each is filled) that were not settled before `since`: walks of the two indexes.
 */
const mine = (since: string) => `(
  select n.* from steering.notice as n
    where n.to_officer_id = $1 and coalesce(n.settled_at, 'infinity'::timestamptz) >= ${since}
  union all
  select n.* from unnest($2::int[], $3::text[], $4::int[]) as filled (unit_id, kind, absent)
    join steering.notice as n on n.to_officer_id = filled.absent and n.to_unit_id = filled.unit_id
      and n.to_post = filled.kind and coalesce(n.settled_at, 'infinity'::timestamptz) >= ${since}
  union all
  select n.* from (select distinct unit_id, kind from unnest($2::int[], $3::text[]) as held (unit_id, kind)) as p
    join steering.notice as n on n.to_unit_id = p.unit_id and n.to_post = p.kind and n.to_officer_id is null
      and coalesce(n.settled_at, 'infinity'::timestamptz) >= ${since}
) as n`;
const OPEN = mine("'infinity'::timestamptz");

const READ = `exists (select 1 from steering.notice_read as r where r.notice_id = n.id and r.officer_id = $1)`;

/** One page of an officer's notices: unread first, then newest first; what was done more than a month ago is left out. */
export async function noticesFor(
  db: Db,
  actor: Officer,
  page: { readonly after?: NoticeCursor; readonly limit: number },
  now: Instant,
): Promise<NoticeRow[]> {
  const found = await db.query<NoticeRow>({
    name: "steering.notices",
    text: `select * from (
        select n.id, n.kind, n.case_id as "caseId", n.case_code as "caseCode", n.procedure_name as "procedureName",
          n.percent, n.minutes_after_due as "minutesAfterDue", n.work, n.unit_id as "unitId", n.due_at as "dueAt",
          n.at, n.settled_at is not null as settled, (n.settled_at is not null or ${READ}) as quiet
        from ${mine("$5::timestamptz")}
      ) as mine
      where (quiet, -id) > ($6::boolean, -$7::bigint)
      order by quiet, id desc limit $8`,
    values: [
      ...who(actor),
      toIso(now - KEPT_MS),
      page.after?.quiet ?? false,
      page.after?.id ?? Number.MAX_SAFE_INTEGER,
      page.limit,
    ],
  });
  return found.rows;
}

/** What waits for an officer in this room: unread notices, apologies to sign. */
export type SteeringCounts = {
  readonly unread: number;
  readonly apologies: number;
  readonly lateApologies: number;
};

/** True counts for the navigation, in one round trip. */
export async function steeringCounts(
  db: Db,
  actor: Officer,
  signsFor: readonly number[],
  now: Instant,
): Promise<SteeringCounts> {
  const found = await db.query<SteeringCounts>({
    name: "steering.counts",
    text: `select
        (select count(*)::int from ${OPEN} where not ${READ}) as unread,
        count(d.case_id)::int as apologies,
        (count(d.case_id) filter (where d.due_at < $6))::int as "lateApologies"
      from steering.apology_draft as d where d.state = 'open' and d.unit_id = any ($5::int[])`,
    values: [...who(actor), signsFor, toIso(now)],
  });
  return found.rows[0] ?? { unread: 0, apologies: 0, lateApologies: 0 };
}

/** Marks notices as read by this officer; of those listed, or all, only what is theirs. Answers how many were new. */
export async function markRead(
  db: Db,
  actor: Officer,
  ids: readonly number[] | "all",
  now: Instant,
): Promise<number> {
  const marked = await db.query({
    name: "steering.mark-read",
    text: `insert into steering.notice_read (notice_id, officer_id, at)
      select n.id, $1, $5::timestamptz from ${OPEN}
      where ($6::bigint[] is null or n.id = any ($6::bigint[]))
      on conflict do nothing`,
    values: [...who(actor), toIso(now), ids === "all" ? null : ids],
  });
  return marked.rowCount ?? 0;
}

function who(actor: Officer): [number, readonly number[], readonly string[], readonly (number | null)[]] {
  return [
    actor.id,
    actor.posts.map((post) => post.unitId),
    actor.posts.map((post) => post.kind),
    actor.posts.map((post) => post.inPlaceOf ?? null),
  ];
}
