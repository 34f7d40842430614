import type { PoolClient } from "pg";
import { toIso } from "../../../kernel/time.ts";
import { buildCalendar, type CalendarDefinition } from "../../../kernel/working-calendar.ts";
import type { Database } from "../../../platform/database.ts";
import type { CalendarChange } from "../domain/calendar-change.ts";
import type { CalendarVersion } from "./calendar-version.ts";

export type NewCalendarVersion = Omit<CalendarVersion, "id" | "calendar"> & {
  readonly definition: CalendarDefinition;
};

type Row = {
  id: number;
  unit_id: number | null;
  version: string;
  previous: string | null;
  definition: Omit<CalendarDefinition, "version">;
  changes: readonly CalendarChange[];
  name: string;
  decision: string;
  reason: string;
  declared_at: number;
  declared_by: number | null;
};

/** The versions declared after one that is known (0: all), oldest first. */
export async function versionsAfter(
  db: Database["pool"] | PoolClient,
  id: number,
): Promise<readonly CalendarVersion[]> {
  const found = await db.query<Row>({
    name: "organisation.calendars-after",
    text: `select id, unit_id, version, previous, definition, changes, name, decision, reason, declared_at, declared_by
           from organisation.working_calendar where id > $1 order by id`,
    values: [id],
  });
  return found.rows.map((row) => ({
    id: row.id,
    unitId: row.unit_id ?? undefined,
    version: row.version,
    previous: row.previous ?? undefined,
    calendar: buildCalendar({ ...row.definition, version: row.version }),
    changes: row.changes,
    name: row.name,
    decision: row.decision,
    reason: row.reason,
    declaredAt: row.declared_at,
    declaredBy: row.declared_by ?? undefined,
  }));
}

/** Enters a version for good. A label given before, or a second version after the same one, is an error. */
export async function insertVersion(sql: PoolClient, version: NewCalendarVersion): Promise<void> {
  await sql.query({ text: INSERT, values: valuesOf(version) });
}

/** Enters the calendar that came with the program where there is none at all; processes may start at once. */
export async function insertFirstVersion(database: Database, version: NewCalendarVersion): Promise<void> {
  const text = `${INSERT} on conflict (version) do nothing`;
  const known = await database.pool.query("select 1 from organisation.working_calendar limit 1");
  if (known.rowCount === 0) await database.pool.query({ text, values: valuesOf(version) });
}

const INSERT = `insert into organisation.working_calendar
  (unit_id, version, previous, definition, changes, name, decision, reason, declared_at, declared_by)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;

function valuesOf(version: NewCalendarVersion): unknown[] {
  const { id, sessions, restWeekdays, exceptions, hours, intake } = version.definition;
  return [
    version.unitId ?? null,
    version.version,
    version.previous ?? null,
    JSON.stringify({ id, sessions, restWeekdays, exceptions, hours, intake }),
    JSON.stringify(version.changes),
    version.name,
    version.decision,
    version.reason,
    toIso(version.declaredAt),
    version.declaredBy ?? null,
  ];
}

/** Any number; declarations come one after the other. */
const LOCK = 7_226_007;

/** Holds other declarations back until the transaction ends. */
export async function lockCalendars(sql: PoolClient): Promise<void> {
  await sql.query("select pg_advisory_xact_lock($1)", [LOCK]);
}
