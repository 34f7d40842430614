import { type Instant, type LocalDate, localDateOf } from "../../../kernel/time.ts";
import type { Db } from "../db.ts";
import {
  type BoardPeriod,
  COUNTERS,
  type Counter,
  type Counts,
  NOW_STARTS,
  noCounts,
  periodOf,
} from "../domain/board-sums.ts";
import { boardState } from "./board-store.ts";

/** Which part of the province. */
export type BoardScope = {
  /** Undefined: all units. */
  readonly unitIds?: readonly number[] | undefined;
  readonly fieldId?: number | undefined;
};

/** The figures of a period and of this moment together: what ended in it, and what is open now. */
export type BoardLine = {
  /** Of the period: received, returned, and the classes of what ended in it. */
  readonly period: Counts;
  /** Of this moment. */
  readonly now: Counts;
};

export type BoardNumbers = {
  readonly asOf: Instant;
  readonly version: number;
  readonly period: BoardPeriod;
  /** The day on which they were read: at midnight the same version has other numbers. */
  readonly day: LocalDate;
  /** First day of the period. */
  readonly starts: LocalDate;
  readonly total: BoardLine;
  readonly units: ReadonlyMap<number, BoardLine>;
  readonly fields: ReadonlyMap<number, BoardLine & { readonly name: string }>;
};

type Row = {
  readonly isNow: boolean;
  readonly unitId: number | null;
  readonly fieldId: number | null;
} & Counts;

/**
 * The numbers of a period: one row is read for each unit and field that had any, however many cases there are.
 * @param now decides which day, month and year it is.
 */
export async function boardNumbers(
  db: Db,
  period: BoardPeriod,
  now: Instant,
  scope: BoardScope = {},
): Promise<BoardNumbers> {
  const day = localDateOf(now);
  const { grain, starts } = periodOf(period, day);
  // The version first: numbers may be newer than it says, never older.
  const state = await boardState(db);
  const [sums, names] = await Promise.all([
    db.query<Row>({
      name: "steering.board-numbers",
      text: `select grain = 'now' as "isNow", unit_id as "unitId", field_id as "fieldId",
          ${COUNTERS.map((name) => `sum(${name})::int as ${name}`).join(", ")}
        from steering.board_sum
        where (grain, starts) in (('now', date '${NOW_STARTS}'), ($1, $2::date))
          and ($3::int[] is null or unit_id in (select unnest($3))) and ($4::int is null or field_id = $4)
        group by grouping sets ((grain = 'now', unit_id), (grain = 'now', field_id))`,
      values: [grain, starts, scope.unitIds ?? null, scope.fieldId ?? null],
    }),
    db.query<{ id: number; name: string }>({
      name: "steering.board-field-names",
      text: "select id, name from steering.board_field",
    }),
  ]);
  const units = new Map<number, Mutable>();
  const fields = new Map<number, Mutable & { name: string }>();
  const total = emptyLine();
  const nameOf = new Map(names.rows.map(({ id, name }) => [id, name]));
  for (const row of sums.rows) {
    const kind = row.isNow ? "now" : "period";
    if (row.unitId !== null) {
      add(lineIn(units, row.unitId, emptyLine)[kind], row);
      add(total[kind], row);
    } else if (row.fieldId !== null) {
      const name = nameOf.get(row.fieldId) ?? "";
      add(lineIn(fields, row.fieldId, () => ({ ...emptyLine(), name }))[kind], row);
    }
  }
  return { ...state, period, day, starts, total, units, fields };
}

type Mutable = { period: Record<Counter, number>; now: Record<Counter, number> };

const emptyLine = (): Mutable => ({ period: noCounts(), now: noCounts() });

function lineIn<T>(lines: Map<number, T>, id: number, make: () => T): T {
  const found = lines.get(id) ?? make();
  lines.set(id, found);
  return found;
}

function add(sum: Record<Counter, number>, more: Counts): void {
  for (const name of COUNTERS) sum[name] += more[name];
}

/** Adds lines, such as the units of a level. */
export function sumLines(lines: Iterable<BoardLine>): BoardLine {
  const sum = emptyLine();
  for (const line of lines) {
    add(sum.period, line.period);
    add(sum.now, line.now);
  }
  return sum;
}
