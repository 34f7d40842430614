import { addDays, type Instant, instantOf, type LocalDate, toIso } from "../../../kernel/time.ts";
import type { Db } from "../case-store.ts";

/** A time at which a case waited for somebody outside: what for, and who decides the case. */
export type Pause = {
  readonly work: string;
  readonly decidingUnitId: number;
  readonly openedAt: Instant;
  readonly closedAt: Instant | null;
};

/** Every wait that lasted between two days, both included, whenever it began; the first first. */
export async function pausesBetween(db: Db, from: LocalDate, to: LocalDate): Promise<Pause[]> {
  const found = await db.query<Pause>({
    name: "cases.pauses",
    text: `select s.work, f.deciding_unit_id as "decidingUnitId", s.opened_at as "openedAt", s.closed_at as "closedAt"
      from cases.step as s join cases.case_file as f on f.id = s.case_id
      where s.work like 'await-%' and s.opened_at < $2 and (s.closed_at is null or s.closed_at >= $1)
      order by s.opened_at, s.case_id`,
    values: [toIso(instantOf(from, 0)), toIso(instantOf(addDays(to, 1), 0))],
  });
  return found.rows;
}

/** How often leaders urged between two days, both included, and how often the holders answered with a word. */
export type UrgingCounts = { readonly urged: number; readonly answered: number };

export async function urgingsBetween(db: Db, from: LocalDate, to: LocalDate): Promise<UrgingCounts> {
  const found = await db.query<UrgingCounts>({
    name: "cases.urgings",
    text: `select (count(*) filter (where type = 'urged'))::int as urged,
        (count(*) filter (where type = 'urge-answered'))::int as answered
      from cases.action where at >= $1 and at < $2 and type in ('urged', 'urge-answered')`,
    values: [toIso(instantOf(from, 0)), toIso(instantOf(addDays(to, 1), 0))],
  });
  return found.rows[0] ?? { urged: 0, answered: 0 };
}
