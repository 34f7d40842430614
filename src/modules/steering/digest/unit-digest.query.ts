import { addDays, type Instant, instantOf, type LocalDate, localDateOf } from "../../../kernel/time.ts";
import { nextWorkingDay, previousWorkingDay } from "../../../kernel/working-calendar.ts";
import {
  type DayCounts,
  type DigestCase,
  dayCounts,
  dueBetween,
  opinionsUnanswered,
  urgedUnanswered,
} from "../../cases/index.ts";
import { type OpenApology, openApologies } from "../apologies/apologies.query.ts";
import type { SteeringDeps } from "../steering-deps.ts";

/** A list of the digest: as much as fits on paper. */
export type DigestList<Row> = { readonly rows: readonly Row[]; readonly more: boolean };

/** What the leader of a unit must know in the morning. */
export type UnitDigest = {
  /** The working day before today, and what happened on it. */
  readonly day: LocalDate;
  readonly counts: DayCounts;
  readonly today: LocalDate;
  readonly dueToday: DigestList<DigestCase>;
  readonly tomorrow: LocalDate;
  readonly dueTomorrow: DigestList<DigestCase>;
  readonly urged: DigestList<DigestCase>;
  readonly opinions: DigestList<DigestCase>;
  readonly apologies: DigestList<OpenApology>;
};

const SHOWN = 30;

export async function unitDigest(
  deps: Pick<SteeringDeps, "database" | "calendarOf">,
  unitId: number,
  now: Instant,
): Promise<UnitDigest> {
  const { pool } = deps.database;
  const calendar = deps.calendarOf(unitId);
  const today = localDateOf(now);
  const day = previousWorkingDay(calendar, today);
  const tomorrow = nextWorkingDay(calendar, today);
  const [counts, dueToday, dueTomorrow, urged, opinions, apologies] = await Promise.all([
    dayCounts(pool, unitId, day, now),
    dueBetween(pool, unitId, now, today, SHOWN + 1),
    dueBetween(pool, unitId, instantOf(addDays(today, 1), 0), tomorrow, SHOWN + 1),
    urgedUnanswered(pool, unitId, SHOWN + 1),
    opinionsUnanswered(pool, unitId, SHOWN + 1),
    openApologies(pool, [unitId], SHOWN + 1),
  ]);
  return {
    day,
    counts,
    today,
    dueToday: cut(dueToday),
    tomorrow,
    dueTomorrow: cut(dueTomorrow),
    urged: cut(urged),
    opinions: cut(opinions),
    apologies: cut(apologies),
  };
}

function cut<Row>(rows: readonly Row[]): DigestList<Row> {
  return { rows: rows.slice(0, SHOWN), more: rows.length > SHOWN };
}
