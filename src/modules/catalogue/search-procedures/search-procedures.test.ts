import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testClock } from "../../../../test/harness/clock.ts";
import { type TestDatabase, testDatabase } from "../../../../test/harness/database.ts";
import type { ProcedureContent } from "../domain/procedure.ts";
import { publishProcedure } from "../publish-procedure/publish-procedure.ts";
import { sampleProcedure } from "../testing/sample-procedure.ts";
import { type ProcedureSearch, searchProcedures } from "./search-procedures.query.ts";

const OURS: readonly (readonly [code: string, name: string, more?: Partial<ProcedureContent>])[] = [
  ["1.001193", "Thủ tục đăng ký khai sinh", { everydayWords: ["làm giấy khai sinh"] }],
  ["1.004884", "Thủ tục đăng ký lại khai sinh"],
  ["1.000894", "Thủ tục đăng ký kết hôn"],
  ["1.004746", "Thủ tục đăng ký lại kết hôn"],
  ["1.000656", "Thủ tục đăng ký khai tử"],
  ["1.004873", "Thủ tục cấp Giấy xác nhận tình trạng hôn nhân"],
  ["2.000815", "Chứng thực bản sao từ bản chính giấy tờ, văn bản", { field: "Chứng thực" }],
  ["1.004222", "Đăng ký thường trú", { field: "Đăng ký, quản lý cư trú" }],
  ["1.003197", "Xóa đăng ký thường trú", { field: "Đăng ký, quản lý cư trú" }],
  ["1.001612", "Đăng ký thành lập hộ kinh doanh", { field: "Hộ kinh doanh" }],
  ["1.001266", "Chấm dứt hoạt động hộ kinh doanh", { field: "Hộ kinh doanh" }],
  [
    "1.013225",
    "Cấp giấy phép xây dựng mới đối với công trình cấp III, cấp IV và nhà ở riêng lẻ",
    { field: "Hoạt động xây dựng", everydayWords: ["xin phép xây nhà"] },
  ],
  ["1.115343", "Tách thửa hoặc hợp thửa đất", { field: "Đất đai", levels: ["province"] }],
  ["1.115350", "Cấp lại Giấy chứng nhận do bị mất", { field: "Đất đai", levels: ["province"] }],
  [
    "1.115345",
    "Cấp đổi Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất",
    { field: "Đất đai", levels: ["province"] },
  ],
];
const ELSEWHERE = [
  ["1.990001", "Đổi thẻ nhà báo"],
  ["1.990002", "Thủ tục đăng ký khai sinh lưu động trên biển"],
  ["1.990003", "Cấp phép nhập khẩu thuốc dùng để thử lâm sàng, đánh giá sinh khả dụng"],
  ["1.990004", "Cử phóng viên thường trú tại địa phương"],
] as const;

describe("searching the catalogue", () => {
  let db: TestDatabase;
  const at = testClock().read();
  beforeAll(async () => {
    db = await testDatabase();
    await db.ownerPool.query("truncate catalogue.procedure cascade");
    for (const [code, name, more] of OURS)
      await publishProcedure(db.database.pool, sampleProcedure(code, name, more), {
        origin: "seed",
        at,
        receivable: true,
      });
    for (const [code, name] of ELSEWHERE)
      await publishProcedure(db.database.pool, sampleProcedure(code, name, { field: "Khác" }), {
        origin: "national",
        at,
      });
  });
  afterAll(() => db.close());

  const codes = async (search: ProcedureSearch) =>
    (await searchProcedures(db.database, search)).items.map((item) => item.code);

  it.each([
    ["lam giay khai sinh", "1.001193"],
    ["tôi muốn làm giấy khai sinh cho con ở đâu", "1.001193"],
    ["khai sinh", "1.001193"],
    ["Dang Ky Ket Hon", "1.000894"],
    ["báo tử", "1.000656"],
    ["giấy độc thân", "1.004873"],
    ["sao y bản chính", "2.000815"],
    ["hộ khẩu", "1.004222"],
    ["cắt khẩu", "1.003197"],
    ["mở quán cà phê", "1.001612"],
    ["xay nha", "1.013225"],
    ["sổ đỏ", "1.115345"],
    ["mất sổ đỏ", "1.115350"],
    ["tach thua", "1.115343"],
    ["1.001193", "1.001193"],
  ])("answers %j with %s first", async (q, code) => {
    expect((await codes({ q }))[0]).toBe(code);
  });

  it.each([
    ["khia sinh", "1.001193"],
    ["ket hom", "1.000894"],
    ["thường chú", "1.004222"],
    ["giấy phép say dựng", "1.013225"],
  ])("forgives the spelling of %j", async (q, code) => {
    expect((await codes({ q }))[0]).toBe(code);
  });

  it("knows a procedure by the beginning of its code", async () => {
    expect(await codes({ q: "1.0011" })).toEqual(["1.001193"]);
    expect(new Set(await codes({ q: "1.1153" }))).toEqual(new Set(["1.115343", "1.115350", "1.115345"]));
  });

  it("shows what our desks take in before what only resembles it", async () => {
    const found = await codes({ q: "khai sinh" });
    expect(found.indexOf("1.004884")).toBeLessThan(found.indexOf("1.990002"));
  });

  it("gives the desk only what it may take in", async () => {
    expect(await codes({ q: "khai sinh lưu động", receivableOnly: true })).not.toContain("1.990002");
    expect(await codes({ q: "1.990002", receivableOnly: true })).toEqual([]);
  });

  it("leaves withdrawn procedures out unless asked for", async () => {
    await db.ownerPool.query("update catalogue.procedure set state = 'withdrawn' where code = '1.990004'");
    expect(await codes({ q: "phóng viên" })).toEqual([]);
    expect(await codes({ q: "phóng viên", withdrawnToo: true })).toEqual(["1.990004"]);
  });

  it("filters by field, level and life event", async () => {
    expect(await codes({ field: "Chứng thực" })).toEqual(["2.000815"]);
    expect(await codes({ level: "province" })).toHaveLength(3);
    expect(await codes({ q: "cấp", level: "province", field: "Đất đai" })).not.toContain("1.013225");
    const among = { codes: ["1.004222", "1.001193"], phrases: ["khai tu"] };
    expect(await codes({ among })).toEqual(["1.004222", "1.001193", "1.000656"]);
  });

  it("leaves out what another province published for itself", async () => {
    const elsewhere = sampleProcedure("1.990005", "Tách thửa riêng", { promulgator: "UBND tỉnh Bắc Ninh" });
    const ours = sampleProcedure("1.990006", "Tách thửa riêng", { promulgator: "UBND tỉnh Gia Lai" });
    for (const content of [elsewhere, ours])
      await publishProcedure(db.database.pool, content, { origin: "national", at });
    expect(await codes({ q: "tách thửa riêng", province: "Gia Lai" })).toEqual(["1.990006"]);
    expect(await codes({ q: "tách thửa riêng" })).toHaveLength(2);
  });

  it.each([undefined, "giấy", "cấp"])("walks %j in pages without a gap or a repetition", async (q) => {
    const all = await codes({ q, limit: 100 });
    const walked: string[] = [];
    let after: string | undefined;
    do {
      const page = await searchProcedures(db.database, { q, limit: 3, after });
      walked.push(...page.items.map((item) => item.code));
      after = page.next;
    } while (after !== undefined);
    expect(walked).toEqual(all);
  });

  it.each(["'; drop table x --", "&|!():*<>", "%", "_", "~", "\u0000", "1.", "a".repeat(5000), "🙂"])(
    "survives %j",
    async (q) => {
      await expect(codes({ q })).resolves.toBeInstanceOf(Array);
    },
  );

  it("ignores a cursor that somebody made up", async () => {
    expect(await codes({ after: "nonsense" })).toEqual(await codes({}));
  });
});
