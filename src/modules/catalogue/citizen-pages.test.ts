import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestApp, testApp } from "../../../test/harness/app.ts";
import { publishProcedure } from "./publish-procedure/publish-procedure.ts";
import { sampleProcedure } from "./testing/sample-procedure.ts";

describe("the citizens' pages of the catalogue", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
    const seed = { origin: "seed", at: app.clock.read(), receivable: true } as const;
    const birth = sampleProcedure("1.901193", "Thủ tục đăng ký khai sinh thử", {
      nameEn: "Birth registration on trial",
      everydayWords: ["làm giấy khai sinh thử"],
      field: "Lĩnh vực thử",
      fees: [
        { name: "Lệ phí", amount: 50000, channel: "direct" },
        { name: "Phí bản sao", amount: 100 },
        { name: "Lệ phí", note: "Theo nghị quyết của tỉnh" },
      ],
      variants: [{ code: "1.901193.01", name: "Đúng hạn", limit: { amount: 1, unit: "in-day" } }],
      sequence: "Nộp tờ khai <b>tại quầy</b>",
      decisionNo: "7/QĐ-THU",
    });
    await publishProcedure(app.db.database.pool, birth, seed);
    const elsewhere = sampleProcedure("1.901194", "Cấp phép đo vẽ thử", {
      field: "Lĩnh vực thử",
      levels: ["ministry"],
      agency: "Cục Đo đạc",
    });
    await publishProcedure(app.db.database.pool, elsewhere, { origin: "national", at: app.clock.read() });
    const gone = sampleProcedure("1.901195", "Việc đã bỏ thử");
    await publishProcedure(app.db.database.pool, gone, { origin: "national", at: app.clock.read() });
    await app.db.ownerPool.query(
      "update catalogue.procedure set state = 'withdrawn' where code = '1.901195'",
    );
    for (let n = 0; n < 25; n++)
      await publishProcedure(
        app.db.database.pool,
        sampleProcedure(`1.9020${`${n}`.padStart(2, "0")}`, `Việc dài số ${n}`, { field: "Lĩnh vực dài" }),
        { origin: "national", at: app.clock.read() },
      );
  });
  afterAll(() => app.close());

  const get = (url: string) => app.inject({ method: "GET", url });

  it("open with a search, the moments of life, the way to one's case and today's figures", async () => {
    const page = await get("/");
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('action="/procedures"');
    expect(page.body).toContain('href="/procedures?event=birth"');
    expect(page.body).toContain('action="/track"');
    expect(page.body).toContain("Hôm nay chưa có hồ sơ nào được tiếp nhận.");
    expect(page.body).not.toContain("NaN");
  });

  it("speak English when asked to", async () => {
    const home = await get("/?lang=en");
    expect(home.body).toContain("What do you need to get done?");
    const page = await get("/procedures/1.901193?lang=en");
    expect(page.body).toContain("<h1>Birth registration on trial");
    expect(page.body).toContain("How long it takes");
    expect(page.body).toContain("3 working days");
  });

  it("find by everyday words without marks", async () => {
    const page = await get("/procedures?q=lam+giay+khai+sinh+thu");
    expect(page.body).toContain('href="/procedures/1.901193"');
    expect(page.body).toContain('value="lam giay khai sinh thu"');
  });

  it("teach what to do when nothing is found", async () => {
    const page = await get("/procedures?q=zzzz+qqqq");
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain("Không tìm thấy thủ tục nào");
  });

  it("filter by field and level and hide what was withdrawn", async () => {
    const field = await get(`/procedures?field=${encodeURIComponent("Lĩnh vực thử")}`);
    expect(field.body).toContain("1.901193");
    expect(field.body).toContain("1.901194");
    const level = await get(`/procedures?level=ministry&field=${encodeURIComponent("Lĩnh vực thử")}`);
    expect(level.body).not.toContain("/procedures/1.901193");
    expect((await get("/procedures?q=viec+da+bo+thu")).body).not.toContain("1.901195");
  });

  it("lead from page to page and keep the filter", async () => {
    const first = await get(`/procedures?field=${encodeURIComponent("Lĩnh vực dài")}`);
    const next = /href="([^"]*after=[^"]*)"/.exec(first.body)?.[1]?.replaceAll("&amp;", "&") ?? "";
    expect(next).toContain("field=");
    const second = await get(next);
    const codes = (body: string) =>
      [...body.matchAll(/href="\/procedures\/(1\.9020\d\d)"/g)].map(([, code]) => code);
    expect(codes(first.body)).toHaveLength(20);
    expect(codes(second.body)).toHaveLength(5);
    expect(codes(first.body).filter((code) => codes(second.body).includes(code))).toEqual([]);
  });

  it("say where, how long, how much and which papers, with what was typed by others made harmless", async () => {
    const { body, statusCode } = await get("/procedures/1.901193");
    expect(statusCode).toBe(200);
    expect(body).toContain("không phụ thuộc nơi cư trú");
    expect(body).toContain("3 ngày làm việc");
    expect(body).toContain("50.000 đ");
    expect(body).toContain("trong ngày");
    expect(body).toContain("Tờ khai");
    expect(body).toContain("1 bản chính");
    expect(body).toContain("7/QĐ-THU");
    expect(body).toContain("&lt;b>tại quầy");
    expect(body).not.toContain("<b>tại quầy");
  });

  it("never show a doubtful fee as money", async () => {
    const { body } = await get("/procedures/1.901193");
    expect(body).toContain("Danh mục ghi “100”, không rõ đơn vị tiền");
    expect(body).not.toContain("100 đ<");
  });

  it("say so when the desks of the province do not take it in, or nobody does any more", async () => {
    const elsewhere = await get("/procedures/1.901194");
    expect(elsewhere.body).toContain("Bàn một cửa của tỉnh chưa nhận thủ tục này");
    expect(elsewhere.body).toContain("Cục Đo đạc");
    expect((await get("/procedures/1.901195")).body).toContain("đã bị bãi bỏ");
  });

  it("print with everything open", async () => {
    expect((await get("/procedures/1.901193")).body).toContain('href="/procedures/1.901193?full=1"');
    expect((await get("/procedures/1.901193?full=1")).body).not.toMatch(/<details class="explain">/);
  });

  it.each(["/procedures/9.999999", "/procedures/abc", "/procedures/..%2f..%2fetc"])(
    "answer the unknown code of %s with a search",
    async (url) => {
      const page = await get(url);
      expect(page.statusCode).toBe(404);
      expect(page.body).toContain("Không có thủ tục mang mã này");
      expect(page.body).toContain('action="/procedures"');
    },
  );

  it.each([
    "/procedures?after=x~y",
    "/procedures?after=1~1~z",
    "/procedures?field=nothing",
    "/procedures?q=a&q=b&event=nothing&level[]=x",
    `/procedures?q=${"a".repeat(3000)}`,
  ])("survive %s", async (url) => {
    expect((await get(url)).statusCode).toBe(200);
  });

  it.each(["/procedures/%00", "/procedures?after=%00~%00", "/procedures?field=%00"])(
    "refuse the sign of nothing in %s as no text at all",
    async (url) => {
      expect((await get(url)).statusCode).toBe(400);
    },
  );

  describe("for other systems", () => {
    it("list and show procedures as JSON", async () => {
      const list = await get("/api/v1/procedures?q=khai+sinh+thu&limit=1");
      expect(list.json()).toMatchObject({
        procedures: [{ code: "1.901193", receivable: true, limit: { amount: 3, unit: "working-day" } }],
      });
      const one = await get("/api/v1/procedures/1.901193");
      expect(one.json()).toMatchObject({
        code: "1.901193",
        version: 1,
        state: "active",
        papers: [{ id: "p1" }],
      });
    });

    it("walk all pages with `next`", async () => {
      const seen: string[] = [];
      let after = "";
      do {
        const query = new URLSearchParams({
          field: "Lĩnh vực dài",
          limit: "10",
          ...(after === "" ? {} : { after }),
        });
        const page = (await get(`/api/v1/procedures?${query}`)).json();
        seen.push(...page.procedures.map((item: { code: string }) => item.code));
        after = page.next ?? "";
      } while (after !== "");
      expect(new Set(seen).size).toBe(25);
      expect(seen).toHaveLength(25);
    });

    it("name what is wrong with a question", async () => {
      const unknown = await get("/api/v1/procedures/9.9");
      expect(unknown.statusCode).toBe(404);
      expect(unknown.headers["content-type"]).toContain("application/problem+json");
      expect(unknown.json()).toMatchObject({ type: "urn:mot-cua:problem:no-such-procedure" });
      const wrong = await get("/api/v1/procedures?limit=0");
      expect(wrong.statusCode).toBe(400);
      expect(wrong.json()).toMatchObject({ errors: [{ field: "limit" }] });
    });
  });
});
