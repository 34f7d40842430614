import { addDays, instantOf, type LocalDate, toIso } from "../../../kernel/time.ts";
import type { Db } from "../db.ts";

/** What the program said and the leaders signed in a period. */
export type CareFigures = {
  readonly warnings: number;
  readonly apologiesDrafted: number;
  readonly apologiesSigned: number;
};

/** Warnings given, apologies drafted and signed between two days, both included. */
export async function careFigures(db: Db, from: LocalDate, to: LocalDate): Promise<CareFigures> {
  const found = await db.query<CareFigures>({
    name: "steering.care-figures",
    text: `select
        (select count(*)::int from steering.notice where kind = 'warning' and at >= $1 and at < $2) as warnings,
        (select count(*)::int from steering.apology_draft where opened_at >= $1 and opened_at < $2) as "apologiesDrafted",
        (select count(*)::int from steering.apology_draft
          where state = 'signed' and closed_at >= $1 and closed_at < $2) as "apologiesSigned"`,
    values: [toIso(instantOf(from, 0)), toIso(instantOf(addDays(to, 1), 0))],
  });
  return found.rows[0] ?? { warnings: 0, apologiesDrafted: 0, apologiesSigned: 0 };
}
