import { addDays, type Instant, instantOf, localDateOf, toIso } from "../../../kernel/time.ts";
import type { Verdict } from "../../../kernel/verdict.ts";
import type { NavCount } from "../../../platform/http/frame.ts";
import type { Actor, HeldPost } from "../../../platform/permission.ts";
import type { Db } from "../case-store.ts";

/** The parts of a work queue: what I can do, all of my units, what is due today, what is late, what stands still. */
export const QUEUE_TABS = ["mine", "unit", "today", "late", "paused"] as const;
export type QueueTab = (typeof QUEUE_TABS)[number];

type Queued = Actor & { readonly kind: "officer" };

export type QueueFilter = {
  readonly tab: QueueTab;
  readonly field?: string;
  readonly work?: string;
  /** Where the page before ended: due instant and case id. */
  readonly after?: { readonly due: Instant; readonly caseId: string };
  readonly limit: number;
};

export type QueueRow = {
  readonly caseId: string;
  readonly version: number;
  readonly seq: number;
  readonly code: string;
  readonly status: number;
  readonly procedureName: string;
  readonly applicantName: string;
  readonly processStep: string;
  readonly work: string;
  readonly unitId: number;
  readonly postKind: string;
  readonly officerId: number | null;
  readonly openedAt: Instant;
  readonly stepDueAt: Instant | null;
  readonly queueDue: Instant;
  readonly dueAt: Instant | null;
  readonly paused: boolean;
  readonly redated: boolean;
  readonly finishedAt: Instant | null;
  readonly verdict: Verdict | null;
  readonly processId: number;
};

/**
 * One page of a work queue, latest first: an index walk per post, hence flat as cases grow. The permission is the
 * WHERE: rows of other units and posts are never read.
 */
export async function workQueue(
  db: Db,
  actor: Queued,
  filter: QueueFilter,
  now: Instant,
): Promise<QueueRow[]> {
  const posts = distinctPosts(actor);
  const filled = filledPosts(actor);
  const units = [...new Set(posts.map((post) => post.unitId))];
  const wholeUnit = filter.tab === "unit";
  const source = wholeUnit
    ? "(select unit as unit_id, kind as post_kind from unnest($1::int[]) as unit, unnest($2::text[]) as kind)"
    : "(select * from unnest($1::int[], $2::text[]) as held (unit_id, post_kind))";
  const found = await db.query<QueueRow>({
    name: `cases.queue.${filter.tab}${filled.length > 0 ? ".deputy" : ""}`,
    text: `select f.id as "caseId", f.version, s.seq, f.code, f.status, f.procedure_name as "procedureName",
        f.applicant_name as "applicantName", s.process_step as "processStep", s.work, s.unit_id as "unitId",
        s.post_kind as "postKind", s.officer_id as "officerId", s.opened_at as "openedAt", s.due_at as "stepDueAt", s.queue_due as "queueDue",
        f.due_at as "dueAt", s.paused, f.redated, f.finished_at as "finishedAt", f.verdict, f.process_id as "processId"
      from ${source} as p
      cross join lateral (
        select * from cases.step as s
        where s.unit_id = p.unit_id and s.post_kind = p.post_kind and s.closed_at is null
          and (s.queue_due, s.case_id) > ($3::timestamptz, $4::uuid)
          and ($5::int is null or s.officer_id is null or s.officer_id = $5${filled.length > 0 ? ` or ${ofAbsent("$12")}` : ""})
          and s.paused = $6
          and s.queue_due < $7::timestamptz and s.queue_due >= $8::timestamptz
          and ($9::text is null or s.work = $9)
          and ($10::text is null or s.field = $10)
        order by s.queue_due, s.case_id
        limit $11
      ) as s
      join cases.case_file as f on f.id = s.case_id
      order by s.queue_due, s.case_id
      limit $11`,
    values: [
      wholeUnit ? units : posts.map((post) => post.unitId),
      wholeUnit ? WORKING_POSTS : posts.map((post) => post.kind),
      filter.after === undefined ? "-infinity" : toIso(filter.after.due),
      filter.after?.caseId ?? "00000000-0000-0000-0000-000000000000",
      wholeUnit ? null : actor.id,
      filter.tab === "paused",
      filter.tab === "late" ? toIso(now) : filter.tab === "today" ? toIso(endOfToday(now)) : "infinity",
      filter.tab === "today" ? toIso(now) : "-infinity",
      filter.work ?? null,
      filter.field ?? null,
      filter.limit,
      ...(filled.length > 0 ? columnsOf(filled) : []),
    ],
  });
  return found.rows;
}

/** Posts filled for an absent officer. */
function filledPosts(actor: Queued): readonly HeldPost[] {
  return actor.posts.filter((post) => post.inPlaceOf !== undefined);
}

/** A post may be one's own and filled for somebody else at once: its queue is walked once. */
function distinctPosts(actor: Queued): readonly HeldPost[] {
  return [...new Map(actor.posts.map((post) => [`${post.unitId} ${post.kind}`, post])).values()];
}

/** The step is assigned to an absent officer whose post is filled; from this parameter on: units, posts, officers. */
function ofAbsent(first: "$6" | "$12"): string {
  const [units, kinds, officers] = first === "$6" ? ["$6", "$7", "$8"] : ["$12", "$13", "$14"];
  return `exists (select 1 from unnest(${units}::int[], ${kinds}::text[], ${officers}::int[]) as d (unit_id, kind, absent)
            where d.unit_id = s.unit_id and d.kind = s.post_kind and d.absent = s.officer_id)`;
}

function columnsOf(posts: readonly HeldPost[]): readonly unknown[] {
  return [
    posts.map((post) => post.unitId),
    posts.map((post) => post.kind),
    posts.map((post) => post.inPlaceOf),
  ];
}

const WORKING_POSTS = ["desk-officer", "specialist", "division-head", "leader", "clerk"];

export type QueueCounts = Readonly<Record<QueueTab, number>>;

/** True counts of every tab in one index walk over the open steps of the officer's units. */
export async function queueCounts(db: Db, actor: Queued, now: Instant): Promise<QueueCounts> {
  const [counts] = await countSteps<QueueCounts>(db, actor, now);
  return counts ?? NOTHING;
}

/** The same with the fields (lĩnh vực) that now occur in the officer's units, for the filter; still one index walk. */
export async function queueOverview(
  db: Db,
  actor: Queued,
  now: Instant,
): Promise<{ readonly counts: QueueCounts; readonly fields: readonly string[] }> {
  const found = await countSteps<QueueCounts & { readonly field: string }>(db, actor, now, "field");
  const counts = { ...NOTHING };
  for (const row of found) for (const tab of QUEUE_TABS) counts[tab] += row[tab];
  return { counts, fields: found.map((row) => row.field) };
}

const NOTHING = { mine: 0, unit: 0, today: 0, late: 0, paused: 0 };

async function countSteps<Row extends QueueCounts>(
  db: Db,
  actor: Queued,
  now: Instant,
  by?: "field",
): Promise<Row[]> {
  const filled = filledPosts(actor);
  const stead = filled.length > 0 ? ` or ${ofAbsent("$6")}` : "";
  const mine = `held.unit_id is not null and (s.officer_id is null or s.officer_id = $3${stead})`;
  const found = await db.query<Row>({
    name: `cases.queue.counts${by === undefined ? "" : ".fields"}${filled.length > 0 ? ".deputy" : ""}`,
    text: `select ${by === undefined ? "" : "s.field,"}
        count(*) filter (where ${mine} and not s.paused)::int as mine,
        count(*) filter (where not s.paused)::int as unit,
        count(*) filter (where ${mine} and not s.paused and s.queue_due >= $4 and s.queue_due < $5)::int as today,
        count(*) filter (where ${mine} and not s.paused and s.queue_due < $4)::int as late,
        count(*) filter (where ${mine} and s.paused)::int as paused
      from cases.step as s
      left join (select distinct unit_id, kind from unnest($1::int[], $2::text[]) as p (unit_id, kind)) as held
        on held.unit_id = s.unit_id and held.kind = s.post_kind
      where s.closed_at is null and s.unit_id = any ($1::int[])
      ${by === undefined ? "" : "group by s.field order by s.field"}`,
    values: [
      actor.posts.map((post) => post.unitId),
      actor.posts.map((post) => post.kind),
      actor.id,
      toIso(now),
      toIso(endOfToday(now)),
      ...(filled.length > 0 ? columnsOf(filled) : []),
    ],
  });
  return found.rows;
}

/** The number beside "My work", red when some of it is late. */
export function queueBadge({ mine, late }: QueueCounts): NavCount {
  return { count: mine, tone: late > 0 ? "danger" : undefined };
}

function endOfToday(now: Instant): Instant {
  return instantOf(addDays(localDateOf(now), 1), 0);
}
