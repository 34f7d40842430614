import { searchProcedures } from "../src/modules/catalogue/index.ts";
import type { Database } from "../src/platform/database.ts";

/** Questions as people type them: with and without marks, codes, everyday words, typing errors, nothing at all. */
const QUESTIONS = [
  "lam giay khai sinh",
  "khai sinh",
  "đăng ký kết hôn",
  "sổ đỏ",
  "mất sổ đỏ",
  "xay nha",
  "giấy phép xây dựng",
  "hộ khẩu",
  "công chứng giấy tờ",
  "mở quán cà phê",
  "tach thua",
  "bằng lái xe",
  "1.0011",
  "1.001193",
  "đất đai",
  "trợ cấp người già",
  "cấp",
  "khia sinh",
  "giay phep say dung",
  "ket hom",
  "zzzz qqqq",
  "",
] as const;

export type SearchFigures = {
  readonly procedures: number;
  readonly searches: number;
  readonly p50: number;
  readonly p95: number;
  readonly slowest: { readonly question: string; readonly ms: number };
};

/** Asks each question `rounds` times, one after the other, and gives the times in milliseconds, database included. */
export async function measureCatalogueSearch(database: Database, rounds: number): Promise<SearchFigures> {
  for (const q of QUESTIONS) await searchProcedures(database, { q });
  const times: { question: string; ms: number }[] = [];
  for (let round = 0; round < rounds; round++)
    for (const question of QUESTIONS) {
      const begun = performance.now();
      await searchProcedures(database, { q: question });
      times.push({ question, ms: performance.now() - begun });
    }
  times.sort((a, b) => a.ms - b.ms);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))]?.ms ?? 0;
  const found = await database.pool.query<{ count: number }>("select count(*) from catalogue.procedure");
  return {
    procedures: found.rows[0]?.count ?? 0,
    searches: times.length,
    p50: at(0.5),
    p95: at(0.95),
    slowest: times.at(-1) ?? { question: "", ms: 0 },
  };
}
