import { hash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testClock } from "../../test/harness/clock.ts";
import { type TestDatabase, testDatabase } from "../../test/harness/database.ts";
import { loadDirectory } from "../modules/organisation/index.ts";
import { allSeedOfficers } from "./data/staff-for-unit.ts";
import { seedUnits } from "./data/units.ts";
import { DEMO_PASSWORD, demoAccounts } from "./demo-accounts.ts";
import { seedProvince } from "./seed-province.ts";

let db: TestDatabase;
const clock = testClock();
const TABLES = [
  "organisation.unit",
  "organisation.officer",
  "organisation.post",
  "accounts.account",
  "catalogue.procedure",
  "catalogue.procedure_version",
  "processes.process",
];

/** All rows of all seeded tables as one fingerprint. */
async function content(): Promise<string> {
  const texts = [];
  for (const table of TABLES) {
    const found = await db.ownerPool.query<{ all: string }>(
      `select coalesce(string_agg(t::text, '\n' order by t::text), '') as all from ${table} as t`,
    );
    texts.push(found.rows[0]?.all ?? "");
  }
  return hash("sha256", texts.join("\f"));
}
const countOf = async (table: string) =>
  (await db.ownerPool.query<{ n: number }>(`select count(*) as n from ${table}`)).rows[0]?.n;

beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

describe("the seeded province", () => {
  it("has every unit, officer and account of the seed", async () => {
    expect(await countOf("organisation.unit")).toBe(seedUnits.length);
    expect(await countOf("organisation.officer")).toBe(allSeedOfficers().length);
    expect(await countOf("accounts.account where demo")).toBe(allSeedOfficers().length);
    expect(seedUnits.filter((unit) => unit.kind === "commune")).toHaveLength(135);
  });

  it("leaves no unit without staff, and no commune's desk without an officer", async () => {
    const directory = await loadDirectory(db.database, clock.read);
    for (const unit of directory.units()) {
      expect(directory.officersIn(unit.id).length, unit.name).toBeGreaterThan(0);
      if (unit.kind !== "commune") continue;
      const desk = directory.deskOf(unit.id);
      expect(directory.officersIn(desk.id, "desk-officer").length, desk.name).toBeGreaterThan(0);
    }
  });

  it("changes nothing when it is seeded again, looked through or not", async () => {
    const before = await content();
    for (const force of [false, true]) {
      const report = await seedProvince({ database: db.database, clock: clock.read }, { force });
      expect(Object.values(report).every((count) => count === 0)).toBe(true);
      expect(await content()).toBe(before);
    }
  });

  it("does not look through all again while the seed is the recorded one", async () => {
    const phases: string[] = [];
    const progress = (phase: string) => phases.push(phase);
    await seedProvince({ database: db.database, clock: clock.read }, { progress });
    expect(phases).toEqual([]);
    await db.ownerPool.query("update platform.job_run set message = 'older' where name = 'seed'");
    await seedProvince({ database: db.database, clock: clock.read }, { progress });
    expect(phases).toEqual(["units", "officers", "accounts", "procedures", "processes"]);
  });

  it("puts back what is missing and leaves what was changed", async () => {
    await db.ownerPool.query("delete from accounts.account where username = 'an.nv.motcua'");
    await db.ownerPool.query("update organisation.unit set name = 'Sở đã đổi tên' where code = 'H21.18'");
    const report = await seedProvince({ database: db.database, clock: clock.read }, { force: true });
    expect(report).toMatchObject({ units: 0, officers: 0, accounts: 1 });
    expect(await countOf("organisation.unit where name = 'Sở đã đổi tên'")).toBe(1);
  });

  it("can be seeded by two processes at once", async () => {
    await db.ownerPool.query("delete from accounts.account");
    const deps = { database: db.database, clock: clock.read };
    const reports = await Promise.all([
      seedProvince(deps, { force: true }),
      seedProvince(deps, { force: true }),
    ]);
    const added = reports.reduce((sum, report) => sum + report.accounts, 0);
    expect(added).toBe(allSeedOfficers().length);
  });
});

describe("the demo accounts shown at start", () => {
  it("cover every kind of post and both levels", () => {
    const officers = new Map(allSeedOfficers().map((officer) => [officer.username, officer]));
    const kinds = new Set(
      demoAccounts().flatMap(({ username }) => officers.get(username)?.posts.map((post) => post.kind) ?? []),
    );
    expect(kinds.size).toBe(7);
    expect(demoAccounts().length).toBeGreaterThanOrEqual(12);
    expect(DEMO_PASSWORD).toMatch(/^\S{8,}$/);
  });
});
