import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestDatabase, testDatabase } from "../../test/harness/database.ts";
import { composeApp } from "../app.ts";
import { instantOf } from "../kernel/time.ts";
import { vietnamCalendar } from "../kernel/vietnam-calendar.ts";
import { latestActionAt, trackingWord } from "../modules/cases/index.ts";
import { SettableClock } from "../platform/clock.ts";
import { createLog } from "../platform/log.ts";
import { installationSecret } from "../platform/secret.ts";
import { seedProcedures } from "../seed/data/procedures.ts";
import { DEMO_PASSWORD } from "../seed/demo-accounts.ts";
import { Browser } from "./browser.ts";
import { careReport, pausesByReason } from "./care-report.ts";
import { type DemoCase, touch, type World } from "./case-life.ts";
import { planOf } from "./day-plan.ts";
import { Offices } from "./offices.ts";
import { paceOf } from "./pace.ts";
import { type Played, playDays } from "./play-days.ts";
import { SeededRandom } from "./seeded-random.ts";
import { Unplayed } from "./unplayed.ts";

const DAYS = [23, 24, 25, 26, 27, 30].map((day) => `2026-11-${day}`);
const calendar = vietnamCalendar();
let db: TestDatabase;
let dataDir: string;
let played: Played;
let report: Awaited<ReturnType<typeof careReport>>;
let world: World;

beforeAll(async () => {
  db = await testDatabase();
  dataDir = await mkdtemp(join(tmpdir(), "motcua-demo-"));
  const clock = new SettableClock(instantOf(DAYS[0] ?? "", 390));
  const app = await composeApp({
    config: { dataDir, secureCookies: false, publicUrl: undefined },
    database: db.database,
    clock: clock.read,
    log: createLog("silent"),
    limits: { anonymousPerMinute: 1_000_000, sessionPerMinute: 1_000_000 },
  });
  const base = await app.app.listen({ host: "127.0.0.1", port: 0 });
  const random = new SeededRandom(7);
  const key = await installationSecret(db.database, "tracking");
  world = {
    offices: new Offices(base, DEMO_PASSWORD, app.directory),
    random,
    calendar,
    now: clock.read,
    citizen: new Browser(base),
    wordOf: (caseId) => trackingWord(key, caseId).printed,
  };
  const plan = planOf(app.directory, seedProcedures, random);
  const afternoon = async (now: number) => {
    for (const job of app.jobs)
      if (job.name === "warn-steps" || job.name === "draft-apologies")
        await job.run({}, { now, progress: async () => {} });
  };
  try {
    // Few counters, so that few people sign in: the overloaded ones, where things become late.
    const slowFirst = plan.counters.toSorted((a, b) => paceOf(b.deciding.code) - paceOf(a.deciding.code));
    const few = { ...plan, counters: slowFirst.slice(0, 3) };
    const input = { days: DAYS, errandsADay: 25, plan: few, clock, world, afternoon };
    played = await playDays({ ...input, onProgress: () => {} });
  } finally {
    await app.app.close();
  }
  const period = { from: DAYS[0] ?? "", to: DAYS.at(-1) ?? "" };
  report = await careReport(db.database, app.directory, calendar, period, clock.read());
}, 600_000);
afterAll(async () => {
  await db.close();
  await rm(dataDir, { recursive: true });
});

const count = async (sql: string) =>
  (await db.ownerPool.query<{ n: number }>(`select count(*) as n from ${sql}`)).rows[0]?.n;

describe("some days in the province", () => {
  it("leave no work that nobody has learned, and late work behind", () => {
    // A step at a post that the demo's people do not hold is reported, not met with a crash.
    expect(Object.keys(played.unplayed).filter((what) => what.includes("learned"))).toEqual([]);
    expect(played.errands).toBeGreaterThan(40);
    expect(report.delay.lateSteps).toBeGreaterThan(0);
    const beyond = report.delay.lines.reduce((sum, line) => sum + line.overrun, 0);
    expect(beyond).toBe(report.delay.overrun);
  });

  it("see leaders urge, holders answer and apologies signed, as the histories tell", async () => {
    expect(report.urged).toBeGreaterThan(0);
    expect(await count("cases.action where type = 'urged'")).toBe(report.urged);
    expect(await count("cases.action where type = 'urge-answered'")).toBe(report.answered);
    expect(report.answered).toBeLessThanOrEqual(report.urged);
    expect(report.apologiesDrafted).toBeGreaterThan(0);
    expect(await count("cases.action where type = 'apologised'")).toBe(report.apologiesSigned);
    expect(report.warnings).toBe(await count("steering.notice where kind = 'warning'"));
  });

  it("see people away for a day, a colleague of the unit in their place", async () => {
    expect(played.absences).toBeGreaterThan(0);
    expect(await count("organisation.absence")).toBe(played.absences);
  });

  it("end where the next ones go on", async () => {
    expect(await latestActionAt(db.database.pool)).toBeLessThan(instantOf(DAYS.at(-1) ?? "", 18 * 60));
  });
});

describe("a kind of work that nobody in the demo has learned", () => {
  it("is told by its name and touches nothing", async () => {
    const step = { work: "juggle", unit: "H21.18", post: "specialist", ofProcess: false };
    const kase: DemoCase = {
      id: "00000000-0000-7000-8000-000000000001",
      code: "H21.18-261123-0001",
      status: 4,
      receivingUnit: "H21.18",
      decidingUnit: "H21.18",
      openSteps: [step],
    };
    const offices = { officer: async () => world.citizen } as unknown as Offices;
    await expect(touch({ ...world, offices }, kase)).rejects.toEqual(
      new Unplayed("nobody has learned to juggle"),
    );
  });
});

describe("the pauses of a period", () => {
  it("count the working time within it alone, by what was waited for, those that last until now", () => {
    const at = (day: string, hour: number) => instantOf(day, hour * 60);
    const wait = { work: "await-supplement", decidingUnitId: 1 };
    const pauses = [
      // From the Friday before: of Monday's eight hours the three until it ended at ten count.
      { ...wait, openedAt: at("2026-11-20", 8), closedAt: at("2026-11-23", 10) },
      { ...wait, openedAt: at("2026-11-24", 9), closedAt: null },
      { ...wait, work: "await-payment", openedAt: at("2026-11-23", 8), closedAt: at("2026-11-23", 9) },
    ];
    const period = { from: "2026-11-23", to: "2026-11-24" };
    const now = at("2026-11-24", 10);
    expect(pausesByReason(pauses, calendar, period, now)).toEqual([
      { work: "await-supplement", count: 2, still: 1, minutes: 240 },
      { work: "await-payment", count: 1, still: 0, minutes: 60 },
    ]);
  });
});
