import { type Instant, instantOf, type LocalDate, toIso } from "../../../kernel/time.ts";
import type { Db } from "../case-store.ts";
import { CASE_STATUS } from "../domain/case-status.ts";

/** Online cases that nobody accepted within eight working hours (CV 7260/VPCP-KSTT). */
export type Unaccepted = {
  /** Still waiting, beyond their time. */
  readonly waiting: number;
  /** Not accepted in the end, and told so only after their time, by the first day of the period asked for. */
  readonly refused: readonly number[];
};

/**
 * How many online cases wait to be accepted beyond their time at `now`, and how many were refused beyond it since each
 * of these days.
 */
export async function unacceptedOnline(
  db: Db,
  since: readonly LocalDate[],
  now: Instant,
): Promise<Unaccepted> {
  const [waiting, refused] = await Promise.all([
    db.query<{ n: number }>({
      name: "cases.unaccepted-waiting",
      text: "select count(*) as n from cases.step where closed_at is null and work = 'accept' and due_at < $1",
      values: [toIso(now)],
    }),
    Promise.all(
      since.map((day) =>
        db.query<{ n: number }>({
          name: "cases.unaccepted-refused",
          text: `select count(*) as n from cases.step as s join cases.case_file as f on f.id = s.case_id
            where s.closed_at >= $1 and s.work = 'accept' and s.closed_at > s.due_at and f.status = $2`,
          values: [toIso(instantOf(day, 0)), CASE_STATUS.refused],
        }),
      ),
    ),
  ]);
  return { waiting: waiting.rows[0]?.n ?? 0, refused: refused.map(({ rows }) => rows[0]?.n ?? 0) };
}
