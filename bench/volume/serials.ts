import type { Pool } from "pg";

/** Gives the next number of a case code or of a numbered paper. */
export type SerialSource = {
  nextCode(unitCode: string, day: string): number;
  nextPaper(unitId: number, year: number, kind: string): number;
};

/** The serials of case codes and numbered papers in memory: as the database has them, counted on, written back once. */
export class Serials implements SerialSource {
  readonly #last = new Map<string, number>();

  /** Takes over where the database stands, so that new numbers never meet those already given. */
  async load(pool: Pool): Promise<void> {
    const codes = await pool.query<{ unit_code: string; day: string; last: number }>(
      "select unit_code, day, last from cases.daily_serial",
    );
    for (const row of codes.rows) this.#last.set(codeKey(row.unit_code, row.day), row.last);
    const papers = await pool.query<{ unit_id: number; year: number; kind: string; last: number }>(
      "select unit_id, year, kind, last from cases.paper_serial",
    );
    for (const row of papers.rows) this.#last.set(paperKey(row.unit_id, row.year, row.kind), row.last);
  }

  nextCode(unitCode: string, day: string): number {
    return this.#next(codeKey(unitCode, day));
  }

  nextPaper(unitId: number, year: number, kind: string): number {
    return this.#next(paperKey(unitId, year, kind));
  }

  #next(key: string): number {
    const next = (this.#last.get(key) ?? 0) + 1;
    this.#last.set(key, next);
    return next;
  }

  /** Writes back what was counted on. */
  async store(pool: Pool): Promise<void> {
    const codes: [string, string, number][] = [];
    const papers: [number, number, string, number][] = [];
    for (const [key, last] of this.#last) {
      const [kind = "", a = "", b = "", c = ""] = key.split("\t");
      if (kind === "code") codes.push([a, b, last]);
      else papers.push([Number(a), Number(b), c, last]);
    }
    await pool.query(
      `insert into cases.daily_serial (unit_code, day, last) select * from unnest($1::text[], $2::date[], $3::int[])
       on conflict (unit_code, day) do update set last = greatest(daily_serial.last, excluded.last)`,
      [codes.map((row) => row[0]), codes.map((row) => row[1]), codes.map((row) => row[2])],
    );
    await pool.query(
      `insert into cases.paper_serial (unit_id, year, kind, last)
       select * from unnest($1::int[], $2::smallint[], $3::text[], $4::int[])
       on conflict (unit_id, year, kind) do update set last = greatest(paper_serial.last, excluded.last)`,
      [0, 1, 2, 3].map((column) => papers.map((row) => row[column])),
    );
  }
}

const codeKey = (unitCode: string, day: string): string => `code\t${unitCode}\t${day}`;
const paperKey = (unitId: number, year: number, kind: string): string => `paper\t${unitId}\t${year}\t${kind}`;
