import { existsSync } from "node:fs";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { testClock } from "../../../../test/harness/clock.ts";
import { type TestDatabase, testDatabase } from "../../../../test/harness/database.ts";
import { publishProcedure } from "../publish-procedure/publish-procedure.ts";
import { catalogueFile, channel, nationalRecord, SMALL_CATALOGUE } from "../testing/catalogue-file.ts";
import { sampleProcedure } from "../testing/sample-procedure.ts";
import { importCatalogue } from "./import-catalogue.ts";

const REAL_FILE = process.env.CATALOGUE_FILE ?? "";

describe("importing the national catalogue", () => {
  let db: TestDatabase;
  const opened: TestDatabase[] = [];
  const clock = testClock();
  beforeEach(async () => {
    db = await testDatabase();
    opened.push(db);
  });
  afterAll(async () => {
    for (const one of opened) await one.close();
  });

  const run = async (lines: readonly (string | object)[], partial = false) =>
    importFile(await catalogueFile(lines), partial);
  const importFile = async (file: string, partial = false) => {
    const result = await importCatalogue({ database: db.database, clock: clock.read }, file, { partial });
    if (!result.ok) throw new Error(`${result.refusal} ${result.detail}`);
    return result.value;
  };
  const entries = async (importId: number, kind: string) => {
    const found = await db.ownerPool.query(
      `select line, procedure_code as code, field, before, after, reason from catalogue.import_entry
       where import_id = $1 and kind = $2 order by id`,
      [importId, kind],
    );
    return found.rows;
  };
  const procedure = async (code: string) => {
    const found = await db.ownerPool.query(
      `select p.id, p.state, p.origin, p.receivable, p.version, v.content, v.national
       from catalogue.procedure p join catalogue.procedure_version v on v.procedure_id = p.id and v.version = p.version
       where code = $1`,
      [code],
    );
    return found.rows[0];
  };

  it("adds what is new and changes nothing the second time", async () => {
    const first = await run(SMALL_CATALOGUE);
    expect(first).toMatchObject({ lines: 12, added: 12, changed: 0, unchanged: 0, withdrawn: 0, broken: 0 });
    expect(await procedure("1.900001")).toMatchObject({ origin: "national", receivable: false, version: 1 });
    expect(await entries(first.importId, "new")).toHaveLength(12);

    const second = await run(SMALL_CATALOGUE);
    expect(second).toMatchObject({ lines: 12, added: 0, changed: 0, unchanged: 12, withdrawn: 0 });
    expect(await procedure("1.900001")).toMatchObject({ version: 1 });
  });

  it("reads a packed file like a plain one", async () => {
    await run(SMALL_CATALOGUE);
    const packed = await importFile(await catalogueFile(SMALL_CATALOGUE, "jsonl.gz"));
    expect(packed.unchanged).toBe(12);
  });

  it("accounts for a change field by field and keeps the earlier version", async () => {
    await run(SMALL_CATALOGUE);
    const changed = nationalRecord("1.900002", "Đăng ký giờ họp chợ phiên", {
      channels: [channel("DIRECT", "7", "WORKING_DAY")],
      decision_no: "99/QĐ-BVD",
    });
    const report = await run([...SMALL_CATALOGUE.filter(({ code }) => code !== "1.900002"), changed]);
    expect(report).toMatchObject({ changed: 1, unchanged: 11 });
    expect(await entries(report.importId, "changed")).toMatchObject([
      { field: "decisionNo", before: "12/QĐ-BVD", after: "99/QĐ-BVD", reason: null },
      { field: "channels", before: ["direct", "online"], after: ["direct"] },
      { field: "limit", before: { amount: 5 }, after: { amount: 7 } },
    ]);
    expect(await procedure("1.900002")).toMatchObject({ version: 2, content: { limit: { amount: 7 } } });
  });

  it("withdraws what a whole catalogue no longer names, and takes it back when it returns", async () => {
    await run(SMALL_CATALOGUE);
    const report = await run(SMALL_CATALOGUE.slice(1));
    expect(report).toMatchObject({ withdrawn: 1, unchanged: 11 });
    expect(await entries(report.importId, "withdrawn")).toMatchObject([{ code: "1.900001" }]);
    expect(await procedure("1.900001")).toMatchObject({ state: "withdrawn", version: 1 });
    const back = await run(SMALL_CATALOGUE);
    expect(back).toMatchObject({ changed: 1, unchanged: 11 });
    expect(await procedure("1.900001")).toMatchObject({ state: "active" });
  });

  it("leaves the others alone when the file is a part", async () => {
    await run(SMALL_CATALOGUE);
    expect(await run(SMALL_CATALOGUE.slice(0, 2), true)).toMatchObject({ unchanged: 2, withdrawn: 0 });
    expect(await procedure("1.900005")).toMatchObject({ state: "active" });
  });

  it("refuses a file that lacks much of what is in force, and leaves no trace", async () => {
    const many = Array.from({ length: 40 }, (_, n) =>
      nationalRecord(`1.91${`${n}`.padStart(4, "0")}`, `Việc ${n}`),
    );
    await run(many);
    const file = await catalogueFile(many.slice(0, 10));
    const result = await importCatalogue({ database: db.database, clock: clock.read }, file);
    expect(result).toMatchObject({ ok: false, refusal: "looks-partial", detail: "30/40" });
    const imports = await db.ownerPool.query("select count(*) from catalogue.import");
    expect(imports.rows[0].count).toBe(1);
  });

  it("reports broken lines with number and reason and goes on with the rest", async () => {
    const report = await run([
      ...SMALL_CATALOGUE.slice(0, 2),
      '{"code": "1.900003", "name": "đứt giữa chừng',
      { name: "Không mã", field: "x" },
      nationalRecord("1.900004", ""),
      nationalRecord("1.900001", "Lần thứ hai"),
      ...SMALL_CATALOGUE.slice(4),
    ]);
    expect(report).toMatchObject({ lines: 14, added: 10, broken: 4, withdrawalHeld: true });
    expect(report.brokenLines).toEqual([
      { line: 3, reason: "not-json", code: "1.900003" },
      { line: 4, reason: "code: required", code: undefined },
      { line: 5, reason: "name: required", code: "1.900004" },
      { line: 6, reason: "code-twice", code: "1.900001" },
    ]);
    expect(await entries(report.importId, "broken")).toHaveLength(4);
  });

  it("does not withdraw a procedure because its line is broken", async () => {
    await run(SMALL_CATALOGUE);
    const report = await run([...SMALL_CATALOGUE.slice(1), nationalRecord("1.900001", "")]);
    expect(report).toMatchObject({ broken: 1, withdrawn: 0, withdrawalHeld: false });
    const nameless = await run([...SMALL_CATALOGUE.slice(1), "{"]);
    expect(nameless).toMatchObject({ broken: 1, withdrawn: 0, withdrawalHeld: true });
  });

  it("keeps a local override and shows the national change beside it", async () => {
    await run(SMALL_CATALOGUE);
    const { id } = await procedure("1.900005");
    await db.ownerPool.query(
      `insert into catalogue.local_override (procedure_id, field, value, reason, set_at)
       values ($1, 'limit', '{"amount":2,"unit":"working-day"}', 'Quyết định của tỉnh', now())`,
      [id],
    );
    const slower = nationalRecord("1.900005", "Mượn nhà văn hóa", {
      channels: [channel("DIRECT", "9", "DAY")],
    });
    const report = await run([slower], true);
    expect(await procedure("1.900005")).toMatchObject({
      content: { name: "Mượn nhà văn hóa", limit: { amount: 2, unit: "working-day" } },
      national: { limit: { amount: 9, unit: "calendar-day" } },
    });
    const changes = await entries(report.importId, "changed");
    expect(changes.find(({ field }) => field === "limit")).toMatchObject({ reason: "kept-local" });
    expect(changes.find(({ field }) => field === "name")).toMatchObject({ reason: null });
    expect(await run([slower], true)).toMatchObject({ unchanged: 1 });
  });

  it("never overwrites what the province confirmed in its own procedures", async () => {
    const own = sampleProcedure("1.900050", "Tên của tỉnh", { everydayWords: ["xin giấy"], nameEn: "Ours" });
    await publishProcedure(db.database.pool, own, { origin: "seed", at: clock.read(), receivable: true });
    const national = nationalRecord("1.900050", "Tên quốc gia", { requirements: "Có mặt" });
    const report = await run([national], true);
    expect(report).toMatchObject({ changed: 1, added: 0 });
    const now = await procedure("1.900050");
    expect(now).toMatchObject({ origin: "seed", receivable: true });
    expect(now.content).toMatchObject({
      name: "Tên quốc gia",
      nameEn: "Ours",
      requirements: "Có mặt",
      limit: own.limit,
      papers: own.papers,
      everydayWords: ["xin giấy"],
    });
    const changes = await entries(report.importId, "changed");
    const keptFields = changes.filter(({ reason }) => reason === "kept-local").map(({ field }) => field);
    expect(keptFields).toEqual(["limit", "papers"]);
    expect(await run([national], true)).toMatchObject({ unchanged: 1 });
  });

  it("leaves times by channel that the province confirmed, and gives it no general limit beside them", async () => {
    const days = (amount: number) => ({ amount, unit: "working-day" }) as const;
    const { limit: _, ...rest } = sampleProcedure("1.900051", "Cấp đổi thử");
    const limitByChannel = { direct: days(5), online: days(15) };
    const own = { ...rest, limitByChannel };
    await publishProcedure(db.database.pool, own, { origin: "seed", at: clock.read(), receivable: true });
    const report = await run([nationalRecord("1.900051", "Cấp đổi thử")], true);
    const now = await procedure("1.900051");
    expect(now.content).toMatchObject({ limitByChannel });
    expect(now.content.limit).toBeUndefined();
    const kept = (await entries(report.importId, "changed")).filter(({ reason }) => reason === "kept-local");
    expect(kept.map(({ field }) => field)).toEqual(["limit", "limitByChannel", "papers"]);
  });

  it("never withdraws a procedure of the province's own", async () => {
    const own = sampleProcedure("9.000001", "Chỉ có ở tỉnh");
    await publishProcedure(db.database.pool, own, { origin: "seed", at: clock.read() });
    await run(SMALL_CATALOGUE);
    expect(await procedure("9.000001")).toMatchObject({ state: "active" });
  });

  it("lists what a person must settle", async () => {
    const report = await run([
      nationalRecord("1.900060", "Việc", {
        channels: [channel("DIRECT", "5", "DAY", "", [{ vnd: "100", note: "" }])],
      }),
    ]);
    expect(report.doubtful).toBe(1);
    expect(await entries(report.importId, "doubtful")).toMatchObject([
      { field: "fees", reason: "fee-too-small" },
    ]);
  });

  it("takes names and agencies from the CSV summary but leaves papers and limits of known procedures", async () => {
    await run(SMALL_CATALOGUE);
    const head =
      "code,name,level,field,decision_no,executing_agencies,online,postal,direct,time_qty,time_unit,time_note,fee_online_vnd,fee_direct_vnd,fee_note,subjects,results,legal_docs";
    const row =
      '1.900001,"Chăn thả, tên mới",Cấp Xã,Thử nghiệm,12/QĐ-BVD,Ủy ban nhân dân cấp xã,1,0,1,9,DAY,,,0,,,,';
    const fresh = "1.900099,Việc mới,Cấp Tỉnh,Thử nghiệm,1/QĐ,Sở,0,0,1,9,DAY,,,50000,,,,";
    const noLimit = "1.900004,Cấp phép đặt bảng tên đường,Cấp Xã,Thử nghiệm,12/QĐ-BVD,,0,0,1,9,DAY,,,,,,,";
    const report = await importFile(
      await catalogueFile([head, row, "1.900002,thiếu cột", fresh, noLimit], "csv"),
      true,
    );
    expect(report).toMatchObject({ lines: 4, changed: 1, added: 1, unchanged: 1, broken: 1 });
    expect(report.brokenLines).toMatchObject([{ line: 3, reason: "wrong-column-count", code: "1.900002" }]);
    expect((await procedure("1.900001")).content).toMatchObject({
      name: "Chăn thả, tên mới",
      limit: { amount: 5, unit: "working-day" },
      papers: [{ name: "Đơn đề nghị theo Mẫu số 01/TN-XN" }],
    });
    expect((await procedure("1.900099")).content).toMatchObject({
      limit: { amount: 9, unit: "calendar-day" },
      fees: [{ amount: 50000 }],
    });
  });

  it("refuses a missing, damaged or unknown file", async () => {
    const deps = { database: db.database, clock: clock.read };
    expect(await importCatalogue(deps, "/no/such.jsonl")).toMatchObject({ refusal: "no-such-file" });
    expect(await importCatalogue(deps, "package.json")).toMatchObject({ refusal: "unknown-format" });
    const { writeFile } = await import("node:fs/promises");
    const damaged = await catalogueFile(SMALL_CATALOGUE, "jsonl.gz");
    await writeFile(damaged, "this is not gzip");
    expect(await importCatalogue(deps, damaged)).toMatchObject({ refusal: "unreadable-file" });
  });

  it("is not for a desk officer, and leaves the refusal in the audit", async () => {
    const actor = {
      kind: "officer",
      id: 1,
      name: "A",
      posts: [{ unitId: 1, kind: "desk-officer" }],
    } as const;
    const file = await catalogueFile(SMALL_CATALOGUE);
    const result = await importCatalogue({ database: db.database, clock: clock.read }, file, { actor });
    expect(result).toMatchObject({ refusal: "not-permitted" });
    expect(await procedure("1.900001")).toBeUndefined();
    const audit = await db.ownerPool.query(
      "select outcome from platform.audit where command = 'catalogue.import'",
    );
    expect(audit.rows).toEqual([{ outcome: "not-permitted" }]);
  });

  // Needs the national export, which is no part of this project: CATALOGUE_FILE=/path/to/file.jsonl.gz
  it.skipIf(!existsSync(REAL_FILE))(
    "takes the whole national catalogue in, and a second time unchanged",
    async () => {
      const first = await importFile(REAL_FILE);
      expect(first.lines).toBeGreaterThan(5000);
      expect(first.broken).toBeLessThan(10);
      const second = await importFile(REAL_FILE);
      expect(second).toMatchObject({ added: 0, changed: 0, broken: first.broken });
    },
  );
});
