import {
  addDays,
  type Instant,
  instantOf,
  type LocalDate,
  localDateOf,
  toIso,
} from "../../../kernel/time.ts";
import type { Db } from "../case-store.ts";

export type DayRoot = { readonly day: LocalDate; readonly root: Buffer; readonly caseCount: number };
export type CaseHead = { readonly caseId: string; readonly seq: number; readonly hash: Buffer };

const NO_CASE = "00000000-0000-0000-0000-000000000000";
const BATCH = 20_000;

/** The day of the first action; undefined while nothing has happened. */
export async function firstDay(db: Db): Promise<LocalDate | undefined> {
  const found = await db.query<{ at: Instant | null }>("select min(at) as at from cases.action");
  const at = found.rows[0]?.at;
  return at === null || at === undefined ? undefined : localDateOf(at);
}

/** The kept roots, oldest first. */
export async function dayRoots(db: Db): Promise<DayRoot[]> {
  const found = await db.query<DayRoot>(
    `select day, root, case_count as "caseCount" from cases.day_root order by day`,
  );
  return found.rows;
}

/** Keeps the heads of all cases that changed on this day, as they stood at its end. */
export async function keepDayHeads(db: Db, day: LocalDate): Promise<void> {
  await db.query(
    `insert into cases.day_head (day, case_id, seq, hash)
     select distinct on (case_id) $1::date, case_id, seq, hash from cases.action
     where at >= $2 and at < $3 order by case_id, seq desc
     on conflict do nothing`,
    [day, toIso(instantOf(day, 0)), toIso(instantOf(addDays(day, 1), 0))],
  );
}

/** Keeps the root of a day. */
export async function keepDayRoot(db: Db, root: DayRoot, now: Instant): Promise<void> {
  await db.query("insert into cases.day_root (day, root, case_count, made_at) values ($1, $2, $3, $4)", [
    root.day,
    root.root,
    root.caseCount,
    toIso(now),
  ]);
}

/** The kept head of every case at the end of a day, in the order of case ids. */
export async function* keptHeads(db: Db, day: LocalDate): AsyncGenerator<CaseHead> {
  let after = NO_CASE;
  for (;;) {
    const found = await db.query<CaseHead>({
      name: "cases.kept-heads",
      text: `select distinct on (case_id) case_id as "caseId", seq, hash from cases.day_head
             where case_id > $1 and day <= $2 order by case_id, day desc limit ${BATCH}`,
      values: [after, day],
    });
    yield* found.rows;
    const last = found.rows.at(-1);
    if (last === undefined || found.rows.length < BATCH) return;
    after = last.caseId;
  }
}

/** What became the head of a case on a day; on the first day asked for, what had been its head until then. */
export type DatedHead = CaseHead & { readonly day: LocalDate };

/**
 * The kept heads that make the ends of all days of a span, in the order of cases and days: of what was kept up to the
 * first day only the last, and everything kept after it.
 */
export async function* keptHeadsBetween(
  db: Db,
  first: LocalDate,
  last: LocalDate,
): AsyncGenerator<DatedHead> {
  let after = { caseId: NO_CASE, day: first };
  for (;;) {
    const found = await db.query<DatedHead>({
      name: "cases.kept-heads-between",
      text: `select distinct on (case_id, greatest(day, $1::date)) case_id as "caseId", greatest(day, $1::date) as day,
               seq, hash
             from cases.day_head
             where case_id >= $3 and (case_id, greatest(day, $1::date)) > ($3, $4::date) and day <= $2::date
             order by case_id, greatest(day, $1::date), day_head.day desc limit ${BATCH}`,
      values: [first, last, after.caseId, after.day],
    });
    yield* found.rows;
    const end = found.rows.at(-1);
    if (end === undefined || found.rows.length < BATCH) return;
    after = end;
  }
}

/** Of kept heads, those that the actions no longer confirm: the action is gone or its hash is another. */
export async function lostHeads(
  db: Db,
  limit: number,
): Promise<{ caseId: string; seq: number; day: LocalDate }[]> {
  const found = await db.query<{ caseId: string; seq: number; day: LocalDate }>(
    `select h.case_id as "caseId", h.seq, h.day from cases.day_head as h
     left join cases.action as a on a.case_id = h.case_id and a.seq = h.seq
     where a.hash is distinct from h.hash order by h.day, h.case_id limit $1`,
    [limit],
  );
  return found.rows;
}
