import { type Instant, toIso } from "../../../kernel/time.ts";
import type { Db } from "../case-store.ts";
import type { Walk } from "./recompute-deadlines.ts";

/** A walk over the open cases as it is kept; without an end it goes on, or its process died. */
export type RecomputeRun = Walk & {
  readonly id: number;
  readonly calendarId: number;
  readonly begunAt: Instant;
  readonly endedAt: Instant | null;
};

export async function beginRun(db: Db, calendarId: number, at: Instant): Promise<number> {
  const made = await db.query<{ id: number }>(
    "insert into cases.recompute_run (calendar_id, begun_at) values ($1, $2) returning id",
    [calendarId, toIso(at)],
  );
  return made.rows[0]?.id ?? 0;
}

/** How far a run is; with an end it is over. */
export async function noteRun(db: Db, id: number, walk: Walk, endedAt?: Instant): Promise<void> {
  await db.query({
    name: "cases.recompute.note",
    text: `update cases.recompute_run set done = $2, total = $3, moved = $4, unexplained = $5, ended_at = $6
           where id = $1`,
    values: [
      id,
      walk.done,
      walk.total,
      walk.moved,
      walk.unexplained,
      endedAt === undefined ? null : toIso(endedAt),
    ],
  });
}

export async function latestRun(db: Db): Promise<RecomputeRun | undefined> {
  const found = await db.query<RecomputeRun>({
    name: "cases.recompute.latest",
    text: `select id, calendar_id as "calendarId", begun_at as "begunAt", ended_at as "endedAt", done, total, moved,
             unexplained from cases.recompute_run order by id desc limit 1`,
  });
  return found.rows[0];
}
