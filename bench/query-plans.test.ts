import type { Pool } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DAY_MS } from "../src/kernel/time.ts";
import { findCase, listActions } from "../src/modules/cases/case-store.ts";
import {
  apologyFacts,
  casesWithLateSteps,
  dayCounts,
  dueBetween,
  endingsSince,
  nearlyDue,
  openSteps,
  openVerdictFacts,
  opinionsUnanswered,
  readableCases,
  stillOpen,
  urgedUnanswered,
  verdictFacts,
} from "../src/modules/cases/index.ts";
import { movedCases } from "../src/modules/cases/recompute-deadlines/moved-cases.query.ts";
import { otherwiseTimed } from "../src/modules/cases/recompute-deadlines/recompute-store.ts";
import { registerLines } from "../src/modules/cases/register-book/register-book.query.ts";
import { searchCases } from "../src/modules/cases/search-cases/search-cases.query.ts";
import { trackCase } from "../src/modules/cases/track-case/track-case.query.ts";
import {
  QUEUE_TABS,
  queueCounts,
  queueOverview,
  workQueue,
} from "../src/modules/cases/work-queue/work-queue.query.ts";
import { PUBLIC } from "../src/platform/permission.ts";
import { testClock } from "../test/harness/clock.ts";
import { type TestDatabase, testDatabase } from "../test/harness/database.ts";
import { type SampleCase, sampleCases } from "./sample-cases.ts";
import { loadProvinceFacts, type ProvinceFacts } from "./volume/province-facts.ts";
import { seedVolume } from "./volume/volume-seeder.ts";

/** Enough that reading a whole table is dearer than any index. */
const CASES = 20_000;
const now = testClock().read();
let db: TestDatabase;
let facts: ProvinceFacts;
let sample: SampleCase;

beforeAll(async () => {
  db = await testDatabase();
  await seedVolume(db.database, db.ownerPool, { cases: CASES, now });
  const client = await db.ownerPool.connect();
  // Every row is looked at, not a sample drawn anew each time: the same cases have the same plans.
  await client.query("set default_statistics_target = 1000");
  await client.query("vacuum analyze");
  client.release();
  facts = await loadProvinceFacts(db.database, () => now);
  const [first] = await sampleCases(db.ownerPool);
  if (first === undefined) throw new Error("no case was seeded");
  sample = first;
});
afterAll(() => db.close());

type Query = { readonly text: string; readonly values: readonly unknown[] };
type Plan = {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Index Name"?: string;
  readonly Plans?: readonly Plan[];
};

/**
 * Tables of the cases that are read as a whole by what `ask` asks, with values known and as a generic plan.
 * @param indexes takes the names of those that are read instead.
 */
async function readAsAWhole(
  ask: (pool: Pool) => Promise<unknown>,
  indexes: Set<string> = new Set(),
): Promise<string[]> {
  const whole: string[] = [];
  let asked = 0;
  const explain = async (text: string, values: readonly unknown[]) => {
    const found = await db.ownerPool.query<{ "QUERY PLAN": [{ Plan: Plan }] }>(text, [...values]);
    const plan = found.rows[0]?.["QUERY PLAN"][0].Plan;
    if (plan === undefined) return;
    whole.push(...scansOf(plan));
    for (const index of indexesOf(plan)) indexes.add(index);
  };
  const pool = {
    query: async ({ text, values }: Query) => {
      asked++;
      await explain(`explain (format json) ${text}`, values);
      await explain(`explain (generic_plan, format json) ${text}`, []);
      return { rows: [], rowCount: 0 };
    },
  };
  await ask(pool as unknown as Pool);
  expect(asked).toBeGreaterThan(0);
  return whole;
}

function scansOf(plan: Plan): string[] {
  const own = plan["Node Type"] === "Seq Scan" ? [plan["Relation Name"] ?? ""] : [];
  const big = own.filter((table) => ["case_file", "step", "action"].includes(table));
  return [...big, ...(plan.Plans ?? []).flatMap(scansOf)];
}

function indexesOf(plan: Plan): string[] {
  const own = plan["Index Name"];
  return [...(own === undefined ? [] : [own]), ...(plan.Plans ?? []).flatMap(indexesOf)];
}

const officers = () => [
  facts.officer(sample.deskId, "desk-officer", 0),
  facts.officer(sample.decidingId, "specialist", 0),
];

describe("on twenty thousand cases no page reads a whole table of cases:", () => {
  it.each(QUEUE_TABS)("the work queue, tab %s, first and later pages, filtered or not", async (tab) => {
    const after = { due: now, caseId: sample.id };
    for (const officer of officers())
      for (const filter of [{}, { after }, { work: "process" }, { field: "Hộ tịch" }])
        expect(
          await readAsAWhole((pool) => workQueue(pool, officer, { tab, limit: 51, ...filter }, now)),
        ).toEqual([]);
  });

  it("the counts of the queue and its fields", async () => {
    for (const officer of officers()) {
      expect(await readAsAWhole((pool) => queueCounts(pool, officer, now))).toEqual([]);
      expect(await readAsAWhole((pool) => queueOverview(pool, officer, now))).toEqual([]);
    }
  });

  it("the search by code, citizen number, telephone and name", async () => {
    for (const officer of officers())
      for (const query of [sample.code, sample.number, "0905123456", sample.name, "nguyễn văn", "an"])
        expect(await readAsAWhole((pool) => searchCases(pool, officer, query)), query).toEqual([]);
  });

  it("the tracking of a case by its receipt", async () => {
    const ask = (pool: Pool) =>
      trackCase(
        { database: { pool, aside: pool, close: async () => {} }, trackingKey: Buffer.alloc(32) },
        sample.code,
        "ABCDE",
      );
    expect(await readAsAWhole(ask)).toEqual([]);
  });

  it("a case and its history", async () => {
    expect(await readAsAWhole((pool) => findCase(pool, sample.id))).toEqual([]);
    expect(await readAsAWhole((pool) => listActions(pool, sample.id))).toEqual([]);
  });

  it("the register of a desk for a month", async () => {
    const [desk] = officers();
    if (desk === undefined) throw new Error("nobody at the desk");
    const filter = { unitId: sample.deskId, from: "2026-10-01", to: "2026-10-31", limit: 101 };
    expect(await readAsAWhole((pool) => registerLines(pool, desk, filter))).toEqual([]);
  });

  it("what steering asks: open steps, what is nearly due, what ended, the day of a unit", async () => {
    const questions: readonly ((pool: Pool) => Promise<unknown>)[] = [
      (pool) => openSteps(pool, { limit: 1000 }),
      (pool) => stillOpen(pool, [{ caseId: sample.id, seq: 1 }]),
      (pool) => nearlyDue(pool, { dueBefore: now, limit: 500 }),
      (pool) => apologyFacts(pool, [sample.id]),
      (pool) => readableCases(pool, officers()[0] ?? PUBLIC, [sample.id]),
      (pool) => endingsSince(pool, now - DAY_MS, { limit: 1000 }),
      (pool) => verdictFacts(pool, [sample.id]),
      // Of twenty thousand cases a thousand would be a twentieth, and reading them all would be right.
      (pool) => openVerdictFacts(pool, { limit: 100 }),
      (pool) => casesWithLateSteps(pool, "2026-11-20", "2026-11-23", now).next(),
      (pool) => dayCounts(pool, sample.decidingId, "2026-11-20", now),
      (pool) => dueBetween(pool, sample.decidingId, now, "2026-11-24", 31),
      (pool) => urgedUnanswered(pool, sample.decidingId, 31),
      (pool) => opinionsUnanswered(pool, sample.decidingId, 31),
    ];
    for (const [index, ask] of questions.entries())
      expect(await readAsAWhole(ask), `question ${index}`).toEqual([]);
  });

  it("what a declared day asks: who was timed otherwise than by receipt, and whom it moved", async () => {
    const clerk = facts.officer(sample.deskId, "desk-officer", 0);
    const page = {
      version: "2026-2",
      effect: "moved",
      after: { caseId: sample.id, seq: 1 },
      limit: 51,
    } as const;
    const indexes = new Set<string>();
    expect(await readAsAWhole((pool) => otherwiseTimed(pool, [sample.id]), indexes)).toEqual([]);
    expect([...indexes]).toEqual(["action_clock"]);
    expect(await readAsAWhole((pool) => movedCases(pool, clerk, page))).toEqual([]);
  });

  it("and a table read as a whole would be noticed", async () => {
    const text = "select count(*) from cases.case_file where applicant_name like $1";
    expect(await readAsAWhole((pool) => pool.query({ text, values: ["%x%"] }))).toContain("case_file");
  });
});
