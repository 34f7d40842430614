import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestDatabase, testDatabase } from "../../../../test/harness/database.ts";
import { parseIso } from "../../../kernel/time.ts";
import { sampleProcedure } from "../testing/sample-procedure.ts";
import { publishProcedure } from "./publish-procedure.ts";

const AT = parseIso("2026-11-23T08:00");
const LATER = parseIso("2026-12-01T08:00");
const SEED = { origin: "seed", at: AT, receivable: true } as const;

describe("publishing a procedure", () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.close());

  const versionsOf = async (code: string) => {
    const found = await db.database.pool.query<{ version: number; name: string }>(
      `select v.version, v.content ->> 'name' as name from catalogue.procedure_version v
       join catalogue.procedure p on p.id = v.procedure_id where p.code = $1 order by v.version`,
      [code],
    );
    return found.rows;
  };

  it("writes a first version, and none for the same content said again", async () => {
    const content = sampleProcedure("9.001193", "Thủ tục đăng ký khai sinh");
    expect(await publishProcedure(db.database.pool, content, SEED)).toMatchObject({
      version: 1,
      outcome: "new",
    });
    const again = { ...content, everydayWords: [...content.everydayWords] };
    const second = await publishProcedure(db.database.pool, again, SEED);
    expect(second).toMatchObject({ version: 1, outcome: "unchanged" });
    expect(await versionsOf("9.001193")).toHaveLength(1);
  });

  it("keeps the earlier version when the content changes", async () => {
    await publishProcedure(db.database.pool, sampleProcedure("9.000001", "Tên cũ"), SEED);
    const changed = sampleProcedure("9.000001", "Tên mới");
    expect(await publishProcedure(db.database.pool, changed, { ...SEED, at: LATER })).toMatchObject({
      version: 2,
    });
    expect(await versionsOf("9.000001")).toEqual([
      { version: 1, name: "Tên cũ" },
      { version: 2, name: "Tên mới" },
    ]);
  });

  it("keeps origin and receivability of a known procedure unless told otherwise", async () => {
    const content = sampleProcedure("9.000002", "Đăng ký kết hôn");
    await publishProcedure(db.database.pool, content, SEED);
    await publishProcedure(
      db.database.pool,
      { ...content, name: "Kết hôn" },
      { origin: "national", at: LATER },
    );
    const row = await db.database.pool.query(
      "select origin, receivable, search_name from catalogue.procedure where code = '9.000002'",
    );
    expect(row.rows).toEqual([{ origin: "seed", receivable: true, search_name: "ket hon" }]);
  });

  it("lays the province's own values over what is published", async () => {
    const content = sampleProcedure("9.000003", "Cấp bản sao trích lục");
    const { id } = await publishProcedure(db.database.pool, content, SEED);
    await db.database.pool.query(
      `insert into catalogue.local_override (procedure_id, field, value, reason, set_at)
       values ($1, 'limit', '{"amount":1,"unit":"in-day"}', 'Nghị quyết của tỉnh', now())`,
      [id],
    );
    const published = await publishProcedure(db.database.pool, content, { ...SEED, at: LATER });
    expect(published.outcome).toBe("changed");
    const row = await db.database.pool.query(
      "select content -> 'limit' as now, base -> 'limit' as base from catalogue.procedure_version where procedure_id = $1 and version = 2",
      [id],
    );
    expect(row.rows[0]).toEqual({
      now: { amount: 1, unit: "in-day" },
      base: { amount: 3, unit: "working-day" },
    });
    const again = await publishProcedure(db.database.pool, content, { ...SEED, at: LATER });
    expect(again.outcome).toBe("unchanged");
  });
});
