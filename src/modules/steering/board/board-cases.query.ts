import { addDays, addMonths, type Instant, type LocalDate, localDateOf } from "../../../kernel/time.ts";
import { type CaseLine, caseLines } from "../../cases/index.ts";
import type { Db } from "../db.ts";
import { type BoardPeriod, periodOf } from "../domain/board-sums.ts";

type Measure = {
  /** The column by which the list is sorted and paged, the index of a unit behind it. */
  readonly by: "received_on" | "ended_on" | "returned_on" | "due";
  readonly and?: string;
  /** Of this moment, whatever the period. */
  readonly present?: true;
};

/** The numbers with a list of cases behind them; each list is made by the same columns as its number. */
export const MEASURES = {
  received: { by: "received_on" },
  ended: { by: "ended_on" },
  returned: { by: "returned_on" },
  onTime: { by: "ended_on", and: "honest in ('early', 'on-time')" },
  late: { by: "ended_on", and: "honest in ('late', 're-dated', 'accepted-late', 'many-supplements')" },
  open: { by: "due", present: true },
  paused: { by: "due", and: "paused", present: true },
  lateNow: { by: "due", and: "late and not paused", present: true },
  latePaused: { by: "due", and: "late and paused", present: true },
  toReturn: { by: "ended_on", and: "to_return", present: true },
} as const satisfies Record<string, Measure>;
export type MeasureName = keyof typeof MEASURES;

export type BoardCase = CaseLine & {
  readonly unitId: number;
  readonly dueAt: Instant | null;
  readonly late: boolean;
};
export type BoardCaseCursor = { readonly value: string; readonly caseId: string };
export type BoardCases = { readonly rows: readonly BoardCase[]; readonly next: BoardCaseCursor | undefined };

type Asked = {
  readonly measure: MeasureName;
  readonly period: BoardPeriod;
  /** The units that are asked for and allowed; the WHERE has them. */
  readonly unitIds: readonly number[];
  readonly fieldId?: number | undefined;
  readonly after?: BoardCaseCursor | undefined;
  readonly limit: number;
};

type Found = { caseId: string; unitId: number; dueAt: Instant | null; late: boolean; value: string };

/** One page of the cases behind a number: open ones by their appointment, others by their day. */
export async function boardCases(db: Db, asked: Asked, now: Instant): Promise<BoardCases> {
  const measure: Measure = MEASURES[asked.measure];
  const key = measure.by === "due" ? "coalesce(due_at, 'infinity'::timestamptz)" : measure.by;
  const type = measure.by === "due" ? "timestamptz" : "date";
  const { from, to } = daysOf(asked.period, now);
  const where = [
    "b.unit_id = u.id",
    measure.by === "due" ? "ended_on is null" : `${measure.by} is not null`,
    measure.present === true
      ? "$2::date is not null and $3::date is not null"
      : `${measure.by} between $2 and $3`,
    measure.and ?? "true",
    "($4::int is null or field_id = $4)",
    `($5::text is null or (${key}, case_id) > ($5::${type}, $6::uuid))`,
  ].join(" and ");
  const found = await db.query<Found>({
    name: `steering.board-cases.${asked.measure}`,
    text: `select c.case_id as "caseId", c.unit_id as "unitId", c.due_at as "dueAt", c.late, c.value::text as value
      from unnest($1::int[]) as u (id) cross join lateral (
        select case_id, unit_id, due_at, late, ${key} as value from steering.board_case as b
        where ${where} order by ${key}, case_id limit $7
      ) as c order by c.value, c.case_id limit $7`,
    values: [
      asked.unitIds,
      from,
      to,
      asked.fieldId ?? null,
      asked.after?.value ?? null,
      asked.after?.caseId ?? null,
      asked.limit + 1,
    ],
  });
  const rows = found.rows.slice(0, asked.limit);
  const lines = await caseLines(
    db,
    rows.map(({ caseId }) => caseId),
  );
  const last = rows.at(-1);
  return {
    rows: rows.flatMap(({ caseId, unitId, dueAt, late }) => {
      const line = lines.get(caseId);
      return line === undefined ? [] : [{ ...line, unitId, dueAt, late }];
    }),
    next: found.rows.length > rows.length && last !== undefined ? last : undefined,
  };
}

/** First and last day of the period that holds this moment. */
function daysOf(period: BoardPeriod, now: Instant): { from: LocalDate; to: LocalDate } {
  const { starts: from } = periodOf(period, localDateOf(now));
  if (period === "today") return { from, to: from };
  return { from, to: addDays(addMonths(from, period === "month" ? 1 : 12), -1) };
}
