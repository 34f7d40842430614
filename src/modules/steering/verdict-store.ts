import { type Instant, type LocalDate, toIso } from "../../kernel/time.ts";
import type { Db } from "./db.ts";
import type { HonestVerdict, OfficialVerdict, VerdictCount } from "./domain/verdicts.ts";

/** Both verdicts of a case that has ended. */
export type EndedVerdict = {
  readonly caseId: string;
  readonly unitId: number;
  readonly endedOn: LocalDate;
  readonly official: OfficialVerdict;
  readonly honest: HonestVerdict;
};

/** Keeps the verdicts of ended cases; `reopened` have none any more (a result was recalled). */
export async function keepVerdicts(
  db: Db,
  ended: readonly EndedVerdict[],
  reopened: readonly string[],
): Promise<void> {
  if (ended.length > 0) {
    await db.query({
      name: "steering.keep-verdicts",
      text: `insert into steering.verdict as old (case_id, unit_id, ended_on, official, honest)
        select * from unnest($1::uuid[], $2::int[], $3::date[], $4::text[], $5::text[])
        on conflict (case_id) do update set unit_id = excluded.unit_id, ended_on = excluded.ended_on,
          official = excluded.official, honest = excluded.honest
        where (old.unit_id, old.ended_on, old.official, old.honest)
          is distinct from (excluded.unit_id, excluded.ended_on, excluded.official, excluded.honest)`,
      values: [
        ended.map((one) => one.caseId),
        ended.map((one) => one.unitId),
        ended.map((one) => one.endedOn),
        ended.map((one) => one.official),
        ended.map((one) => one.honest),
      ],
    });
  }
  if (reopened.length > 0) {
    await db.query({
      name: "steering.drop-verdicts",
      text: "delete from steering.verdict where case_id = any ($1::uuid[])",
      values: [reopened],
    });
  }
}

/** Replaces the counts of open cases, all at once. */
export async function keepOpenCounts(db: Db, counts: readonly VerdictCount[]): Promise<void> {
  await db.query({
    name: "steering.keep-open-counts",
    text: `with fresh as (select * from unnest($1::text[], $2::text[], $3::int[]) as c (official, honest, cases)),
      gone as (delete from steering.open_figure as o
        where not exists (select 1 from fresh where fresh.official = o.official and fresh.honest = o.honest))
      insert into steering.open_figure (official, honest, cases) select * from fresh
      on conflict (official, honest) do update set cases = excluded.cases`,
    values: [
      counts.map((count) => count.official),
      counts.map((count) => count.honest),
      counts.map((count) => count.cases),
    ],
  });
}

/** Until when the endings are counted; undefined before the first count. */
export async function countedUntil(db: Db, name: CountName): Promise<Instant | undefined> {
  const found = await db.query<{ at: Instant }>({
    name: "steering.counted-until",
    text: "select at from steering.progress where name = $1",
    values: [name],
  });
  return found.rows[0]?.at;
}

/** The counts of this room: endings of cases, and open cases with them. */
export type CountName = "endings" | "figures";

export async function noteCounted(db: Db, name: CountName, at: Instant): Promise<void> {
  await db.query({
    name: "steering.note-counted",
    text: `insert into steering.progress (name, at) values ($1, $2)
      on conflict (name) do update set at = greatest(steering.progress.at, excluded.at)`,
    values: [name, toIso(at)],
  });
}

/** Cases that ended between two days, both included, by both verdicts. */
export async function endedCounts(db: Db, from: LocalDate, to: LocalDate): Promise<VerdictCount[]> {
  const found = await db.query<VerdictCount>({
    name: "steering.ended-counts",
    text: `select official, honest, count(*)::int as cases from steering.verdict
      where ended_on between $1 and $2 group by official, honest`,
    values: [from, to],
  });
  return found.rows;
}

/** Open cases by both verdicts, as of the last count. */
export async function openCounts(db: Db): Promise<VerdictCount[]> {
  const found = await db.query<VerdictCount>({
    name: "steering.open-counts",
    text: "select official, honest, cases from steering.open_figure",
  });
  return found.rows;
}
