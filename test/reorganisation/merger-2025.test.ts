import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { instantOf, MINUTE_MS } from "../../src/kernel/time.ts";
import { trackingWord } from "../../src/modules/cases/index.ts";
import { installationSecret } from "../../src/platform/secret.ts";
import { type TestApp, testApp } from "../harness/app.ts";
import { doublePosts, expectSound, footprint, orphans } from "./check-world.ts";
import { isSplit, type Line, merger2025, NOWHERE } from "./merger-2025.ts";
import { makeOldWorld, openCasesOn } from "./old-world.ts";

/** How many open cases lie on the old units. */
const CASES = Number(process.env.MERGER_CASES ?? 100_000);
const DECISION = "Nghị quyết 1664/NQ-UBTVQH15";
/** The whole is to take minutes, on a busy machine too. */
const LONG = 1_800_000;

const merger = merger2025();
const { lines, world, codeOf, newPlaceOf } = merger;
const communes = Map.groupBy(lines, codeOf);
const splitLines = lines.filter(isSplit);
let app: TestApp;
let before: Awaited<ReturnType<typeof footprint>>;

const rows = async <T extends Record<string, unknown>>(sql: string, values: unknown[] = []) =>
  (await app.db.ownerPool.query<T>(sql, values)).rows;
const run = (progress: () => Promise<void> = async () => {}) =>
  app.jobs.find((job) => job.name === "reorganise-units")?.run({}, { now: app.clock.read(), progress });

/** Where cases went: of a unit, with what the address writes between house number and province; to a unit; unsure why. */
type Went = {
  readonly old: string;
  readonly written: string;
  readonly now: string;
  readonly unsure: string | null;
};
let went: readonly Went[];

beforeAll(async () => {
  app = await testApp();
  await makeOldWorld(app.db, world);
  await openCasesOn(app.db, world, { cases: CASES, now: app.clock.read() });
  // Two communes that go into one: whoever works in both holds one post there.
  const pair = [...Map.groupBy(lines, (line) => line.unitCode).values()]
    .map((into) => into.filter((line) => !isSplit(line)).map(codeOf))
    .find((codes) => codes.length > 1);
  await rows(
    `insert into organisation.post (officer_id, unit_id, kind, title, valid_from)
     select officer.id, unit.id, 'specialist', 'Công chức', '2026-01-01' from organisation.officer, organisation.unit
     where staff_code = $1 and code = $2`,
    [`${pair?.[0]}-specialist`, pair?.[1]],
  );
  await app.directory.refresh();
  before = await footprint(app.db);
}, LONG);
afterAll(() => app?.close());

describe(`the merger of 2025 with ${CASES} open cases`, () => {
  it(
    "is planned from the seed's names: 367 lines, 364 communes of which three are split, 126 new units, nine that stay",
    async () => {
      expect(lines.length).toBe(367);
      expect(world.communes.length).toBe(364);
      expect(new Set(splitLines.map((line) => line.name))).toEqual(
        new Set(["xã Canh Hiệp", "xã Canh Liên", "xã An Nghĩa"]),
      );
      expect(new Set(lines.map((line) => line.unitCode)).size).toBe(126);
      expect(world.unchanged.length).toBe(9);
      const shared = [...Map.groupBy(world.communes, (commune) => commune.place).values()].filter(
        (same) => same.length > 1,
      );
      expect(shared.length).toBe(7);
      const admin = await app.signedIn("quang.dn.quantri");
      const fields = {
        effectiveOn: "01/12/2026",
        decision: DECISION,
        reason: "Sắp xếp các đơn vị hành chính cấp xã của tỉnh Gia Lai năm 2025",
        table: merger.table,
      };
      const url = "/officer/organisation/reorganisations/new";
      const preview = await app.post(admin, url, { ...fields, do: "preview" });
      expect(preview.statusCode).toBe(200);
      const planned = await app.post(admin, url, { ...fields, do: "plan" });
      expect([planned.statusCode, planned.statusCode === 303 ? "" : planned.body]).toEqual([303, ""]);
      expect(await footprint(app.db)).toEqual(before);
    },
    LONG,
  );

  it(
    "is carried out on its day, and goes on where it was killed",
    async () => {
      app.clock.moveTo(instantOf("2026-12-01", 1));
      let reports = 0;
      const dies = run(async () => {
        if (++reports === 3) throw new Error("killed");
      });
      await expect(dies).rejects.toThrow("killed");
      const [half] = await rows<{ n: number }>("select count(*)::int as n from cases.handed");
      expect(half?.n).toBeGreaterThan(0);
      expect(half?.n).toBeLessThan(CASES);
      await run();
      app.clock.moveTo(app.clock.read() + MINUTE_MS);
      await run();
      const [plan] = await rows<{ state: string }>("select state from organisation.reorganisation");
      expect(plan?.state).toBe("carried-out");
      went = await rows<Went>(
        `select distinct old.code as old, unit.code as now, h.unsure,
         substring(f.state -> 'applicant' ->> 'address' from '^Số \\d+, (.*), tỉnh Gia Lai$') as written
       from cases.handed as h join cases.case_file as f on f.id = h.case_id
       join organisation.unit as old on old.id = h.from_unit_id
       join organisation.unit as unit on unit.id = f.deciding_unit_id`,
      );
    },
    LONG,
  );

  it("leaves 135 communes and no district, and knows of each commune that ended who took over", async () => {
    await app.directory.refresh();
    const units = app.directory.units();
    expect(units.filter((unit) => unit.kind === "commune").length).toBe(135);
    expect(units.filter((unit) => unit.level === "district")).toEqual([]);
    const tookOver = [...communes.keys()].map((code) => [code, app.directory.currentUnitByCode(code)?.code]);
    expect(tookOver).toEqual([...communes].map(([code, [line]]) => [code, line?.unitCode]));
  });

  it(
    "loses no case, no step and no post; codes, dates and queues stay",
    async () => {
      expect(await footprint(app.db)).toEqual(before);
      expect(before).toMatchObject({ cases: CASES, open: CASES });
      expect(await orphans(app.db, "2026-12-01")).toEqual([]);
      expect(await doublePosts(app.db)).toEqual([]);
    },
    LONG,
  );

  it("sends the cases of each commune to the unit that the seed names, also of two with one name", () => {
    const wrong = went.filter(
      ({ old, now }) => communes.has(old) && communes.get(old)?.[0]?.unitCode !== now,
    );
    expect(wrong).toEqual([]);
    const seen = new Set(went.map(({ old }) => old)).intersection(new Set(communes.keys()));
    expect(seen.size).toBeGreaterThanOrEqual(Math.min(communes.size, CASES / 50));
  });

  it("sends the cases of each district to the commune where people live, by its old name or its new one", () => {
    const meant = new Map<string, Set<string>>();
    for (const { code, districtCode, written = [] } of world.communes)
      for (const [index, address] of written.entries()) {
        const all = communes.get(code) ?? [];
        // An old name comes first, twice; a part of a split commune is not told from the name.
        const units = index < 2 ? all.slice(0, 1) : all;
        const known = meant.get(`${districtCode} ${address}`) ?? new Set<string>();
        meant.set(`${districtCode} ${address}`, new Set([...known, ...units.map((line) => line.unitCode)]));
      }
    const ofDistricts = went.filter(({ old }) => old.startsWith("D"));
    const wrong = ofDistricts.filter(({ old, written, now }) => {
      if (written === NOWHERE) return now !== "H21.00";
      return meant.get(`${old} ${written}`)?.has(now) !== true;
    });
    expect(wrong).toEqual([]);
    expect(new Set(ofDistricts.map(({ old }) => old)).size).toBe(world.districts.length);
    expect(ofDistricts.some(({ now }) => now === "H21.00")).toBe(true);
  });

  it("lists what needed the fallback, and nothing else is unsure", () => {
    const split = new Set(splitLines.map(codeOf));
    const names = new Set(splitLines.map((line) => line.name));
    const isDoubtful = ({ old, written }: Went) =>
      old.startsWith("D") ? names.has(written.split(",")[0] ?? "") : split.has(old);
    const expected = (one: Went) =>
      one.written === NOWHERE && one.old.startsWith("D")
        ? "residence-unknown"
        : isDoubtful(one)
          ? "part-unknown"
          : null;
    expect(went.filter((one) => one.unsure !== expected(one))).toEqual([]);
    expect(new Set(went.map(({ unsure }) => unsure))).toEqual(
      new Set([null, "part-unknown", "residence-unknown"]),
    );
  });

  it("shows whoever follows an old case its old code and the new unit", async () => {
    const [one] = await rows<{ id: string; code: string; now: string }>(
      `select f.id, f.code, unit.code as now from cases.handed as h join cases.case_file as f on f.id = h.case_id
       join organisation.unit as unit on unit.id = f.deciding_unit_id
       join organisation.unit as old on old.id = h.from_unit_id where old.level = 'commune' order by f.id limit 1`,
    );
    const key = await installationSecret(app.db.database, "tracking");
    const word = encodeURIComponent(trackingWord(key, one?.id ?? "").printed);
    const page = await app.inject(`/track/${one?.code}?w=${word}`);
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain(one?.code);
    expect(page.body).toContain(newPlaceOf(one?.now ?? ""));
  });

  it("leaves a sound history and rows that are what the actions say", () => expectSound(app.db, CASES), LONG);

  it("finds every old name with the unit that the seed names", async () => {
    const found = async ({ name, formerDistrict }: Line) => {
      const answer = await app.inject({ url: "/api/v1/places", query: { q: name } });
      const { places } = answer.json<{
        places: { name: string; formerDistrict: string; unit: { code: string } }[];
      }>();
      return places
        .filter((place) => place.name === name && place.formerDistrict.includes(formerDistrict))
        .map((place) => place.unit.code);
    };
    for (const line of lines)
      expect([line.name, await found(line)]).toEqual([line.name, expect.arrayContaining([line.unitCode])]);
  });
});
