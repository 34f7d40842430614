import { type Instant, localDateOf } from "../../kernel/time.ts";
import type { Db } from "./case-store.ts";
import type { PaperKind } from "./verb.ts";

/**
 * The next case code of a receiving unit: `H21.118-261123-0001` (TT 01/2018 Điều 19, TT 03/2025 Điều 13): unit code,
 * date of receipt yymmdd, serial of the day with at least four digits. The row lock makes it unique and, inside the
 * transaction that receives the case, free of gaps.
 */
export async function nextCaseCode(db: Db, unitCode: string, now: Instant): Promise<string> {
  const day = localDateOf(now);
  const serial = await db.query<{ last: number }>({
    name: "cases.next-code",
    text: `insert into cases.daily_serial (unit_code, day, last) values ($1, $2, 1)
           on conflict (unit_code, day) do update set last = daily_serial.last + 1 returning last`,
    values: [unitCode, day],
  });
  return caseCode(unitCode, day, serial.rows[0]?.last ?? 0);
}

/** Writes a case code from its parts; `day` is YYYY-MM-DD. */
export function caseCode(unitCode: string, day: string, serial: number): string {
  const date = day.slice(2).replaceAll("-", "");
  return `${unitCode}-${date}-${String(serial).padStart(4, "0")}`;
}

/** The next number of a numbered paper of a unit in this year. */
export async function nextPaperNumber(
  db: Db,
  unitId: number,
  now: Instant,
  kind: PaperKind,
): Promise<number> {
  const year = Number(localDateOf(now).slice(0, 4));
  const serial = await db.query<{ last: number }>({
    name: "cases.next-paper",
    text: `insert into cases.paper_serial (unit_id, year, kind, last) values ($1, $2, $3, 1)
           on conflict (unit_id, year, kind) do update set last = paper_serial.last + 1 returning last`,
    values: [unitId, year, kind],
  });
  return serial.rows[0]?.last ?? 0;
}
