import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testClock } from "../../test/harness/clock.ts";
import { type TestDatabase, testDatabase } from "../../test/harness/database.ts";
import { findProcedure } from "../modules/catalogue/index.ts";
import { ProcessLibrary, totalBudget } from "../modules/processes/index.ts";
import type { SeedProcedure } from "./data/procedures.ts";
import { publishSeedProcedures, publishSeedProcesses } from "./seed-procedures.ts";

const procedure = (code: string, more: Partial<SeedProcedure>): SeedProcedure => ({
  code,
  name: `Thủ tục ${code}`,
  field: "Thử nghiệm",
  levels: ["province"],
  channels: ["direct"],
  variants: [],
  papers: [],
  fees: [],
  legalBasis: [],
  results: [],
  subjects: [],
  returnAtOnce: false,
  everydayWords: [],
  ...more,
});
const PROCEDURES = [
  procedure("9.100001", { limit: { amount: 10, unit: "working-day" }, committeeSigns: true }),
  procedure("9.100002", {
    limit: { amount: 5, unit: "working-day" },
    variants: [{ code: "9.100002.02", name: "Sửa chữa", limit: { amount: 3, unit: "working-day" } }],
  }),
  procedure("9.100003", { limitNote: "Theo quy định" }),
];

let db: TestDatabase;
const at = testClock("2026-01-05").read();
const on = "2026-02-02";

async function publish(procedures: readonly SeedProcedure[]) {
  const sql = await db.database.pool.connect();
  const touched = await publishSeedProcedures(sql, procedures, at);
  const added = await publishSeedProcesses(sql, procedures, at);
  sql.release();
  return { touched, added };
}

beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

describe("the procedures of the seed", () => {
  it("are published with a process for each and for each of their cases, once", async () => {
    expect(await publish(PROCEDURES)).toEqual({ touched: 3, added: 3 });
    expect(await publish(PROCEDURES)).toEqual({ touched: 0, added: 0 });
  });

  it("may be received only where a limit is known", async () => {
    expect((await findProcedure(db.database, "9.100001"))?.receivable).toBe(true);
    expect((await findProcedure(db.database, "9.100003"))?.receivable).toBe(false);
    const library = new ProcessLibrary(db.database);
    expect(await library.processForProcedure("9.100003", undefined, on)).toBeUndefined();
  });

  it("have budgets that add up to the limit of the case at hand", async () => {
    const library = new ProcessLibrary(db.database);
    const budget = async (variant: string | undefined) => {
      const found = await library.processForProcedure("9.100002", variant, on);
      return found && totalBudget(found.definition);
    };
    expect(await budget(undefined)).toBe(5 * 480);
    expect(await budget("9.100002.02")).toBe(3 * 480);
  });

  it("go up to the people's committee where it signs, and keep that out of the catalogue", async () => {
    const found = await new ProcessLibrary(db.database).processForProcedure("9.100001", undefined, on);
    expect(found?.definition.steps.map((step) => step.unit)).toContain("province-committee");
    const content = (await findProcedure(db.database, "9.100001"))?.content;
    expect(Object.keys(content ?? {})).not.toContain("committeeSigns");
  });
});
