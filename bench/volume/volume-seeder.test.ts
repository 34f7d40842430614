import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkChain } from "../../src/modules/cases/history/check-chain.ts";
import { rebuild } from "../../src/modules/cases/history/rebuild.ts";
import { nextCaseCode } from "../../src/modules/cases/serial-store.ts";
import { testClock } from "../../test/harness/clock.ts";
import { type TestDatabase, testDatabase } from "../../test/harness/database.ts";
import { seedVolume } from "./volume-seeder.ts";

const CASES = 2_000;
const now = testClock().read();
let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase();
  await seedVolume(db.database, db.ownerPool, { cases: CASES, now });
});
afterAll(() => db.close());

const one = async <T>(sql: string): Promise<T | undefined> =>
  (await db.ownerPool.query<{ answer: T }>(`select (${sql}) as answer`)).rows[0]?.answer;

describe("a seeded volume", () => {
  it("has as many cases as were asked for, one in twenty still open", async () => {
    expect(await one("select count(*) from cases.case_file")).toBe(CASES);
    const open = await one<number>("select count(distinct case_id) from cases.step where closed_at is null");
    expect(open).toBeGreaterThanOrEqual(CASES * 0.05);
    expect(open).toBeLessThan(CASES * 0.08);
  });

  it("holds histories whose every hash, number and head is right", async () => {
    const report = await checkChain(db.database.pool);
    expect(report.faults).toEqual([]);
    expect(report.cases).toBe(CASES);
  });

  it("holds projections that are exactly what the actions say", async () => {
    const report = await rebuild(db.database.pool, { check: true });
    expect(report.mended).toEqual([]);
    expect(report.cases).toBe(CASES);
  });

  it("keeps the foreign keys that the bulk load does not check", async () => {
    const lost =
      "select count(*) from cases.step as s left join cases.case_file as f on f.id = s.case_id where f.id is null";
    expect(await one(lost)).toBe(0);
  });

  it("has an audit entry for every action, under the officer who acted", async () => {
    const actions = await one("select count(*) from cases.action");
    expect(await one("select count(*) from platform.audit where command like 'case.%'")).toBe(actions);
  });

  it("spreads over the communes and the departments, and every verdict occurs", async () => {
    expect(await one("select count(distinct deciding_unit_id) from cases.case_file")).toBeGreaterThan(100);
    expect(await one("select count(distinct verdict) from cases.case_file")).toBe(3);
  });

  it("leaves the serials where the next case of a day continues", async () => {
    const code = await one<string>("select max(code) from cases.case_file where code like '%-261120-%'");
    const [unit = "", , serial] = (code ?? "").split("-");
    const next = await nextCaseCode(db.database.pool, unit, now - 3 * 86_400_000);
    expect(Number(next.split("-")[2])).toBeGreaterThan(Number(serial));
  });

  it("can be seeded on top of what is there", async () => {
    await seedVolume(db.database, db.ownerPool, { cases: 200, now, seed: 7 });
    expect(await one("select count(*) from cases.case_file")).toBe(CASES + 200);
    expect((await checkChain(db.database.pool)).faults).toEqual([]);
  });
});
