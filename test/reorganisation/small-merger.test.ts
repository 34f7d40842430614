import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { instantOf, MINUTE_MS } from "../../src/kernel/time.ts";
import type { Job } from "../../src/platform/jobs.ts";
import { type SignedIn, type TestApp, testApp } from "../harness/app.ts";
import { expectSound, footprint, orphans } from "./check-world.ts";
import { makeOldWorld, type OldWorld, openCasesOn } from "./old-world.ts";

/** A province in small with the traps of 2025: a split, two of one name, districts that vanish, one that goes on. */
const WORLD: OldWorld = {
  districts: [
    { code: "Q1", place: "huyện An Lão" },
    { code: "Q2", place: "huyện Kông Chro" },
  ],
  communes: [
    { code: "Q1.01X", place: "xã An Trung", districtCode: "Q1" },
    { code: "Q1.02X", place: "xã An Nghĩa", districtCode: "Q1" },
    { code: "Q1.03X", place: "xã An Dũng", districtCode: "Q1" },
    { code: "Q2.01X", place: "xã An Trung", districtCode: "Q2" },
    { code: "Q2.02X", place: "xã Chư Krêy", districtCode: "Q2" },
  ],
  unchanged: ["H21.100"],
};
const VILLAGES = new Map([["Q1.02X", ["thôn Một", "thôn Năm"]]]);
const DECISION = "Nghị quyết 1/NQ-TEST";
const CASES = 2_000;
const NEW_DAY = "2026-12-01";

const ROWS = [
  "lập;N1;H21;;Ủy ban nhân dân xã An Vinh",
  "lập;N2;H21;;Ủy ban nhân dân xã An Toàn",
  "lập;N3;H21;;Ủy ban nhân dân xã Chư Krey",
  "nhập;Q1.01X;N1",
  "nhập;Q1.03X;N1",
  "chia;Q1.02X;N1;thôn Một, thôn Hai",
  "chia;Q1.02X;N2;phần còn lại",
  "nhập;Q2.01X;N3",
  "nhập;Q2.02X;N3",
  "giải thể;Q1;H21.00",
  "giải thể;Q2;H21.00",
  "vị trí;Q1.02X;N2;Q1.02X-leader",
  "vị trí;Q1.02X;N1",
  "vị trí;Q1.02X.01;N1.01",
].join("\n");

let app: TestApp;
let admin: SignedIn;
let before: Awaited<ReturnType<typeof footprint>>;
const job = (): Job => {
  const found = app.jobs.find((one) => one.name === "reorganise-units");
  if (found === undefined) throw new Error("no job");
  return found;
};
const run = () => job().run({}, { now: app.clock.read(), progress: async () => {} });
const one = async <T>(sql: string, values: unknown[] = []): Promise<T | undefined> =>
  (await app.db.ownerPool.query<{ answer: T }>(`select (${sql}) as answer`, values)).rows[0]?.answer;
const id = (code: string) => app.directory.unitByCode(code)?.id ?? 0;
const plan = (fields: Record<string, string>) =>
  app.post(admin, "/officer/organisation/reorganisations/new", {
    do: "plan",
    effectiveOn: "01/12/2026",
    decision: DECISION,
    reason: "Sắp xếp đơn vị hành chính",
    table: ROWS,
    ...fields,
  });

beforeAll(async () => {
  app = await testApp();
  await makeOldWorld(app.db, WORLD);
  await openCasesOn(app.db, WORLD, { cases: CASES, now: app.clock.read(), villages: VILLAGES });
  await app.directory.refresh();
  admin = await app.signedIn("quang.dn.quantri");
  before = await footprint(app.db);
}, 120_000);
afterAll(() => app.close());

describe("a small merger with every trap", () => {
  it("is planned for a day, and changes nothing until then", async () => {
    expect((await plan({})).statusCode).toBe(303);
    expect(await run()).toBeUndefined();
    expect(await footprint(app.db)).toEqual(before);
  });

  it("killed half-way goes on when it is started again, days late", async () => {
    app.clock.moveTo(instantOf("2026-12-03", 8 * 60));
    let reports = 0;
    const dies = job().run(
      {},
      {
        now: app.clock.read(),
        progress: async () => {
          if (++reports === 2) throw new Error("killed");
        },
      },
    );
    await expect(dies).rejects.toThrow("killed");
    const handed = await one<number>("select count(*) from cases.handed");
    expect(handed).toBeGreaterThan(0);
    expect(handed).toBeLessThan(CASES);
    await run();
    expect(await one("select state from organisation.reorganisation")).toBe("carrying-out");
    app.clock.moveTo(app.clock.read() + MINUTE_MS);
    await run();
    expect(await one("select state from organisation.reorganisation")).toBe("carried-out");
    expect(await run()).toBeUndefined();
  });

  it("loses no case, no step and no post; no code, date or paper moves", async () => {
    expect(await footprint(app.db)).toEqual(before);
    expect(await orphans(app.db, NEW_DAY)).toEqual([]);
  });

  it("sends every case to the right successor", async () => {
    const open = (from: string, to: string) =>
      one<number>(
        `select count(*)::int from cases.handed as h join cases.case_file as f on f.id = h.case_id
         where h.from_unit_id = $1 and f.deciding_unit_id = $2`,
        [id(from), id(to)],
      );
    const all = (from: string) =>
      one<number>("select count(*)::int from cases.handed where from_unit_id = $1", [id(from)]);
    expect(await open("Q1.01X", "N1")).toBe(await all("Q1.01X"));
    // Of the same name in another district.
    expect(await open("Q2.01X", "N3")).toBe(await all("Q2.01X"));
    const villages = await app.db.ownerPool.query<{ address: string; code: string; unsure: string | null }>(
      `select f.state -> 'applicant' ->> 'address' as address, unit.code, h.unsure from cases.handed as h
       join cases.case_file as f on f.id = h.case_id join organisation.unit as unit on unit.id = f.deciding_unit_id
       where h.from_unit_id = $1`,
      [id("Q1.02X")],
    );
    expect(villages.rows.length).toBeGreaterThan(20);
    for (const { address, code, unsure } of villages.rows) {
      // thôn Một is named; thôn Năm is in no list and neither is nothing: the main successor, for a person to look at.
      expect([address, code, unsure]).toEqual([
        address,
        "N1",
        address.includes("thôn Một") ? null : "part-unknown",
      ]);
    }
    const districts = await app.db.ownerPool.query<{
      address: string;
      from: string;
      code: string;
      unsure: string | null;
    }>(
      `select f.state -> 'applicant' ->> 'address' as address, old.code as from, unit.code, h.unsure
       from cases.handed as h join cases.case_file as f on f.id = h.case_id
       join organisation.unit as unit on unit.id = f.deciding_unit_id
       join organisation.unit as old on old.id = h.from_unit_id where old.level = 'district'`,
    );
    expect(districts.rows.length).toBeGreaterThan(100);
    for (const { address, from, code } of districts.rows) {
      const to = /Chư Krêy/.test(address) || from === "Q2" ? "N3" : "N1";
      expect([address, code]).toEqual([address, to]);
    }
  });

  it(
    "leaves a sound history and rows that are what the actions say",
    () => expectSound(app.db, CASES),
    60_000,
  );

  it("moves the officers as the plan says, and the queue of a successor is the sum of what it took over", async () => {
    const unitsOf = async (staff: string) =>
      (
        await app.db.ownerPool.query<{ code: string }>(
          `select unit.code from organisation.post join organisation.unit as unit on unit.id = post.unit_id
           join organisation.officer as o on o.id = post.officer_id
           where o.staff_code = $1 and post.valid_to is null`,
          [staff],
        )
      ).rows.map((row) => row.code);
    expect(await unitsOf("Q1.02X-leader")).toEqual(["N2"]);
    expect(await unitsOf("Q1.02X-clerk")).toEqual(["N1"]);
    expect(await unitsOf("Q1-clerk")).toEqual(["H21.00"]);
    const queues = await one<number>(
      "select count(*)::int from cases.step where closed_at is null and unit_id = any ($1)",
      [
        [
          "N1",
          "N2",
          "N3",
          "N1.01",
          "N2.01",
          "N3.01",
          "H21.00",
          "H21.00.01",
          "H21.100",
          "H21.100.01",
          "H21",
        ].map(id),
      ],
    );
    expect(queues).toBe(before?.steps);
  });

  it("keeps the old names findable, each by its former district", async () => {
    const found = await app.inject("/api/v1/places?q=an+trung");
    expect(found.json()).toMatchObject({
      places: [
        { name: "xã An Trung", formerDistrict: "huyện An Lão", unit: { code: "N1" } },
        { name: "xã An Trung", formerDistrict: "huyện Kông Chro", unit: { code: "N3" } },
      ],
    });
    const { cookies } = await app.signedIn("quang.dn.quantri");
    const page = await app.inject({ url: "/officer/organisation?q=an+trung", cookies: { ...cookies } });
    expect(page.body).toContain("xã An Trung (huyện Kông Chro cũ)");
  });
});
