import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { instantOf, MINUTE_MS } from "../../src/kernel/time.ts";
import { type TestApp, testApp } from "../harness/app.ts";
import { doublePosts, expectSound, footprint, orphans } from "./check-world.ts";
import { makeOldWorld, type OldCommune, type OldDistrict, type OldWorld, openCasesOn } from "./old-world.ts";

/**
 * The merger of 2025 (Nghị quyết 1664/NQ-UBTVQH15) replayed. MERGER_FOLDER names a folder with
 * gialai_old_to_new_commune.csv; MERGER_CASES how many open cases lie on the old units (2,000 unless said).
 */
const FOLDER = process.env.MERGER_FOLDER;
const CASES = Number(process.env.MERGER_CASES ?? 2_000);
const title =
  FOLDER === undefined
    ? "the merger of 2025 (not replayed: MERGER_FOLDER names no folder)"
    : "the merger of 2025";
const DECISION = "Nghị quyết 1664/NQ-UBTVQH15";

type Line = {
  readonly old_type: string;
  readonly old_unit: string;
  readonly old_district_hint: string;
  readonly share: string;
  readonly new_unit_code: string;
  readonly new_type: string;
  readonly new_unit: string;
};
const UNNAMED_DISTRICTS = 18;

/** The old province from the file: a commune is its type, its name and its district, never its name alone. */
function worldOf(lines: readonly Line[], seeded: readonly string[]) {
  const communes = new Map<string, OldCommune>();
  const districts = new Map<string, OldDistrict>();
  const keyOf = (line: Line) => `${line.old_type} ${line.old_unit}|${line.old_district_hint}`;
  for (const line of lines) {
    // The file names the district only where two communes share a name; the others get invented ones.
    const district =
      line.old_district_hint || `huyện số ${(Number(line.new_unit_code.slice(4)) % UNNAMED_DISTRICTS) + 1}`;
    if (!districts.has(district))
      districts.set(district, { code: `D${districts.size + 1}`, place: district });
    if (communes.has(keyOf(line))) continue;
    communes.set(keyOf(line), {
      code: `C${String(communes.size + 1).padStart(3, "0")}`,
      place: `${line.old_type} ${line.old_unit}`,
      districtCode: districts.get(district)?.code ?? "",
    });
  }
  const made = new Set(lines.map((line) => line.new_unit_code));
  const world: OldWorld = {
    districts: [...districts.values()],
    communes: [...communes.values()],
    unchanged: seeded.filter((code) => !made.has(code)),
  };
  const created = [...new Map(lines.map((line) => [line.new_unit_code, line])).values()];
  const codeOf = (line: Line) => communes.get(keyOf(line))?.code ?? "";
  const newUnitIn = (district: string) =>
    lines.find((line) => communes.get(keyOf(line))?.districtCode === district)?.new_unit_code;
  const isSplit = (line: Line) => line.share !== "toàn bộ";
  const table = [
    ...created.map(
      (line) => `lập;${line.new_unit_code};H21;;Ủy ban nhân dân ${line.new_type} ${line.new_unit}`,
    ),
    ...lines.map((line) =>
      isSplit(line)
        ? `chia;${codeOf(line)};${line.new_unit_code};${line.share}`
        : `nhập;${codeOf(line)};${line.new_unit_code}`,
    ),
    // Whoever led a district leads a commune that stood in it; everybody else goes to the agency.
    ...world.districts.flatMap(({ code }) => [
      `giải thể;${code};H21.00`,
      `vị trí;${code};${newUnitIn(code)};${code}-leader`,
      `vị trí;${code};H21.00`,
      `vị trí;${code}.01;H21.00.01`,
    ]),
    // Officers of a split commune go to the first part, but its leader to the rest.
    ...[...Map.groupBy(lines.filter(isSplit), codeOf)].flatMap(([code, [first, second]]) => [
      `vị trí;${code};${second?.new_unit_code};${code}-leader`,
      `vị trí;${code};${first?.new_unit_code}`,
      `vị trí;${code}.01;${first?.new_unit_code}.01`,
    ]),
  ].join("\n");
  // Two communes that go into one: whoever works in both holds one post there.
  const [pair] = [...Map.groupBy(lines, (line) => line.new_unit_code).values()]
    .map((into) => into.filter((line) => !isSplit(line)).map(codeOf))
    .filter((codes) => codes.length > 1);
  return { world, table, codeOf, pair: pair ?? [] };
}

describe.skipIf(FOLDER === undefined)(title, () => {
  let app: TestApp;
  let lines: readonly Line[];
  let made: ReturnType<typeof worldOf>;
  let before: Awaited<ReturnType<typeof footprint>>;
  const rows = async <T extends Record<string, unknown>>(sql: string, values: unknown[] = []) =>
    (await app.db.ownerPool.query<T>(sql, values)).rows;
  const run = () =>
    app.jobs
      .find((job) => job.name === "reorganise-units")
      ?.run({}, { now: app.clock.read(), progress: async () => {} });

  beforeAll(async () => {
    app = await testApp();
    lines = parse(await readFile(join(FOLDER ?? "", "gialai_old_to_new_commune.csv"), "utf8"), {
      columns: true,
    });
    const seeded = app.directory
      .units()
      .filter((unit) => unit.kind === "commune")
      .map((unit) => unit.code);
    made = worldOf(lines, seeded);
    await makeOldWorld(app.db, made.world);
    await openCasesOn(app.db, made.world, { cases: CASES, now: app.clock.read() });
    await app.db.ownerPool.query(
      `insert into organisation.post (officer_id, unit_id, kind, title, valid_from)
       select officer.id, unit.id, 'specialist', 'Công chức', '2026-01-01' from organisation.officer, organisation.unit
       where staff_code = $1 and code = $2`,
      [`${made.pair[0]}-specialist`, made.pair[1]],
    );
    await app.directory.refresh();
    before = await footprint(app.db);
  }, 900_000);
  afterAll(() => app.close());

  it("is planned from the file: 367 lines, 364 communes of which three are split, 126 new units, nine that stay", async () => {
    expect(lines.length).toBe(367);
    expect(made.world.communes.length).toBe(364);
    expect(made.world.unchanged.length).toBe(9);
    const admin = await app.signedIn("quang.dn.quantri");
    const fields = {
      effectiveOn: "01/12/2026",
      decision: DECISION,
      reason: "Sắp xếp các đơn vị hành chính cấp xã của tỉnh Gia Lai năm 2025",
      table: made.table,
    };
    const url = "/officer/organisation/reorganisations/new";
    const preview = await app.post(admin, url, { ...fields, do: "preview" });
    expect(preview.statusCode).toBe(200);
    const planned = await app.post(admin, url, { ...fields, do: "plan" });
    expect([planned.statusCode, planned.statusCode === 303 ? "" : planned.body]).toEqual([303, ""]);
  }, 300_000);

  it("is carried out on its day, and goes on where it was killed", async () => {
    app.clock.moveTo(instantOf("2026-12-01", 1));
    const began = performance.now();
    let reports = 0;
    const dies = app.jobs
      .find((job) => job.name === "reorganise-units")
      ?.run(
        {},
        {
          now: app.clock.read(),
          progress: async () => {
            if (++reports === 3) throw new Error("killed");
          },
        },
      );
    await expect(dies).rejects.toThrow("killed");
    await run();
    app.clock.moveTo(app.clock.read() + MINUTE_MS);
    await run();
    const [plan] = await rows<{ state: string }>("select state from organisation.reorganisation");
    expect(plan?.state).toBe("carried-out");
    process.stdout.write(
      `merger of 2025: ${CASES} open cases followed in ${((performance.now() - began) / 1000).toFixed(1)} s\n`,
    );
  }, 900_000);

  it("leaves 135 communes and no district", async () => {
    await app.directory.refresh();
    const units = app.directory.units();
    expect(units.filter((unit) => unit.kind === "commune").length).toBe(135);
    expect(units.filter((unit) => unit.level === "district")).toEqual([]);
  });

  it("loses no case, no step and no post; codes, dates and queues stay", async () => {
    expect(await footprint(app.db)).toEqual(before);
    expect(await orphans(app.db, "2026-12-01")).toEqual([]);
    expect(await doublePosts(app.db)).toEqual([]);
    const steps = await rows<{ n: number }>(
      "select count(*)::int as n from cases.step where closed_at is null",
    );
    expect(steps[0]?.n).toBe(before?.steps);
  });

  it("sends the cases of each whole commune to the unit that the file names, also of two with one name", async () => {
    const went = await rows<{ old: string; now: string }>(
      `select distinct old.code as old, unit.code as now from cases.handed as h
       join cases.case_file as f on f.id = h.case_id join organisation.unit as old on old.id = h.from_unit_id
       join organisation.unit as unit on unit.id = f.deciding_unit_id where old.level = 'commune'`,
    );
    const expected = Map.groupBy(lines, made.codeOf);
    expect(went.length).toBeGreaterThan(100);
    for (const { old, now } of went) {
      const allowed = expected.get(old)?.map((line) => line.new_unit_code) ?? [old];
      expect(allowed).toContain(now);
    }
  });

  it("lists what needed the fallback, and nothing else is unsure", async () => {
    const found = await rows<{ level: string; unsure: string; n: number }>(
      `select old.level, h.unsure, count(*)::int as n from cases.handed as h
       join organisation.unit as old on old.id = h.from_unit_id where h.unsure is not null group by 1, 2`,
    );
    process.stdout.write(`merger of 2025: to look at ${JSON.stringify(found)}\n`);
    for (const { level, unsure } of found)
      expect([
        ["commune", "part-unknown"],
        ["district", "part-unknown"],
        ["district", "residence-unknown"],
      ]).toContainEqual([level, unsure]);
    const split = new Set(lines.filter((line) => line.share !== "toàn bộ").map(made.codeOf));
    const communes = await rows<{ code: string }>(
      `select distinct old.code from cases.handed as h join organisation.unit as old on old.id = h.from_unit_id
       where h.unsure is not null and old.level = 'commune'`,
    );
    for (const { code } of communes) expect(split).toContain(code);
  });

  it(
    "leaves a sound history and rows that are what the actions say",
    () => expectSound(app.db, CASES),
    900_000,
  );

  it("finds every old name of the file with the unit that it names", async () => {
    for (const line of lines) {
      const name = `${line.old_type} ${line.old_unit}`;
      const found = await rows<{ code: string }>(
        `select unit.code from organisation.place_name as p join organisation.unit as unit on unit.id = p.unit_id
         where p.name = $1 and ($2 = '' or p.former_district = $2)`,
        [name, line.old_district_hint],
      );
      expect([name, found.map((row) => row.code)]).toEqual([
        name,
        expect.arrayContaining([line.new_unit_code]),
      ]);
    }
  });
});
