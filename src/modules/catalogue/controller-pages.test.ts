import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SignedIn, type TestApp, testApp } from "../../../test/harness/app.ts";
import { importCatalogue } from "./import-catalogue/import-catalogue.ts";
import { catalogueFile, channel, nationalRecord, SMALL_CATALOGUE } from "./testing/catalogue-file.ts";

const CONTROLLER = "linh.ptk.vanphong";
const DESK = "thuy.kt.pleiku";

describe("the controller's pages of the catalogue", () => {
  let app: TestApp;
  let controller: SignedIn;
  let desk: SignedIn;
  let importIds: number[];
  beforeAll(async () => {
    app = await testApp();
    controller = await app.signedIn(CONTROLLER);
    desk = await app.signedIn(DESK);
    const deps = { database: app.db.database, clock: app.clock.read };
    const changed = nationalRecord("1.900002", "Đăng ký giờ họp chợ phiên mới", {
      executing: "Chi cục Hải quan khu vực",
      channels: [channel("DIRECT", "20", "DAY", "Không quá 20 ngày làm việc", [{ vnd: "100", note: "" }])],
    });
    const files = [
      await catalogueFile([...SMALL_CATALOGUE, "{broken"]),
      await catalogueFile([...SMALL_CATALOGUE.filter(({ code }) => !/90000[23]$/.test(code)), changed]),
    ];
    importIds = [];
    for (const file of files) {
      const result = await importCatalogue(deps, file);
      if (!result.ok) throw new Error(result.refusal);
      importIds.push(result.value.importId);
    }
  });
  afterAll(() => app.close());

  const get = (url: string, as = controller) =>
    app.inject({ method: "GET", url, cookies: { ...as.cookies } });
  const inForce = async (code: string) => (await app.inject({ url: `/api/v1/procedures/${code}` })).json();

  it("list every procedure with origin and state, withdrawn ones too", async () => {
    const page = await get("/officer/catalogue?q=cay+di+san");
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain("1.900003");
    expect(page.body).toContain("Đã bãi bỏ");
    const national = await get("/officer/catalogue?origin=national&q=cho+phien");
    expect(national.body).toContain("Danh mục quốc gia");
  });

  it("show each import and its differences by kind", async () => {
    expect((await get("/officer/catalogue/imports")).body).toContain(
      `/officer/catalogue/imports/${importIds[1]}`,
    );
    const changed = await get(`/officer/catalogue/imports/${importIds[1]}`);
    expect(changed.body).toContain("Đăng ký giờ họp chợ phiên mới");
    expect(changed.body).toContain("5 ngày làm việc");
    const kind = async (id: number | undefined, name: string) =>
      (await get(`/officer/catalogue/imports/${id}?kind=${name}`)).body;
    expect(await kind(importIds[1], "withdrawn")).toContain("1.900003");
    expect(await kind(importIds[1], "doubtful")).toContain("Con số và ghi chú về thời hạn không khớp");
    expect(await kind(importIds[1], "doubtful")).toContain("Chi cục Hải quan khu vực");
    expect(await kind(importIds[0], "new")).toContain("2.900012");
    expect(await kind(importIds[0], "broken")).toContain("Dòng không phải là một bản ghi đọc được");
  });

  it.each(["/officer/catalogue/imports/999999", "/officer/catalogue/imports/x", "/officer/catalogue/9.9"])(
    "know nothing of %s",
    async (url) => {
      expect((await get(url)).statusCode).toBe(404);
    },
  );

  it("set a value of the province, which is in force at once, and take it away again", async () => {
    const url = "/officer/catalogue/1.900006";
    const set = await app.post(controller, `${url}/overrides`, {
      field: "limit",
      value: "2 ngày làm việc",
      reason: "Quyết định 1/QĐ-UBND",
    });
    expect(set.statusCode).toBe(303);
    expect(await inForce("1.900006")).toMatchObject({
      limit: { amount: 2, unit: "working-day" },
      version: 2,
    });
    expect((await get(url)).body).toContain("Quyết định 1/QĐ-UBND");
    const audit = await app.db.ownerPool.query(
      "select subject, outcome, detail from platform.audit where command = 'catalogue.set-override'",
    );
    expect(audit.rows).toContainEqual({ subject: "1.900006", outcome: "done", detail: { field: "limit" } });

    const removed = await app.post(controller, `${url}/overrides/remove`, { field: "limit" });
    expect(removed.statusCode).toBe(303);
    expect(await inForce("1.900006")).toMatchObject({ limit: { amount: 5 }, version: 3 });
  });

  it("confirm the times by channel that an import proposes: nothing holds before", async () => {
    const rows = [channel("ONLINE", "15", "WORKING_DAY"), channel("DIRECT", "5", "WORKING_DAY")];
    const record = nationalRecord("1.900060", "Cấp đổi giấy chăn thả", { channels: rows });
    const deps = { database: app.db.database, clock: app.clock.read };
    const imported = await importCatalogue(deps, await catalogueFile([record]), { partial: true });
    if (!imported.ok) throw new Error(imported.refusal);
    expect((await inForce("1.900060")).limitByChannel).toBeUndefined();
    const doubts = (await get(`/officer/catalogue/imports/${imported.value.importId}?kind=doubtful`)).body;
    expect(doubts).toContain("Mỗi cách nộp có một thời hạn riêng. Chưa áp dụng cho hồ sơ nào");
    const [, href = ""] = /href="(\/officer\/catalogue\/1\.900060\?[^"]+)"/.exec(doubts) ?? [];
    const form = (await get(href.replaceAll("&amp;", "&"))).body;
    const value = "Trực tiếp: 5 ngày làm việc\nTrực tuyến: 15 ngày làm việc";
    expect(form).toContain(value);
    const url = "/officer/catalogue/1.900060/overrides";
    const set = await app.post(controller, url, { field: "limitByChannel", value, reason: "QĐ 1/QĐ-UBND" });
    expect(set.statusCode).toBe(303);
    expect(await inForce("1.900060")).toMatchObject({
      version: 2,
      limitByChannel: {
        direct: { amount: 5, unit: "working-day" },
        online: { amount: 15, unit: "working-day" },
      },
    });
    const citizen = (await get("/procedures/1.900060")).body;
    expect(citizen).toContain("Thời hạn tùy cách nộp:");
    expect(citizen).toContain("Trực tiếp: 5 ngày làm việc");
    expect(citizen).toContain("Trực tuyến: 15 ngày làm việc");
    expect((await get("/procedures?q=cap+doi+giay+chan+tha")).body).toContain(
      "· Trực tiếp: 5 ngày làm việc, Trực tuyến: 15 ngày làm việc ·",
    );
  });

  it("open the desk for a procedure and close it again", async () => {
    const set = (value: string) =>
      app.post(controller, "/officer/catalogue/1.900007/overrides", {
        field: "receivable",
        value,
        reason: "Thông báo của Sở",
      });
    await set("có");
    expect(await inForce("1.900007")).toMatchObject({ receivable: true, version: 1 });
    await app.post(controller, "/officer/catalogue/1.900007/overrides/remove", { field: "receivable" });
    expect(await inForce("1.900007")).toMatchObject({ receivable: false });
  });

  it.each([
    [{ field: "limit", value: "sớm", reason: "x" }, "Chưa đọc được thời hạn"],
    [{ field: "limitByChannel", value: "Fax: 2 ngày", reason: "x" }, "Chưa đọc được thời hạn theo cách nộp"],
    [{ field: "fees", value: "Lệ phí: 100", reason: "x" }, "Chưa đọc được khoản phí"],
    [{ field: "limit", value: "2 ngày", reason: " " }, "Hãy điền ô này"],
    [{ field: "name", value: "Tên khác", reason: "x" }, "Hãy điền ô này"],
  ])("draw a wrong form again with what was typed (%#)", async (fields, text) => {
    const answer = await app.post(controller, "/officer/catalogue/1.900008/overrides", fields);
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain(text);
    expect(answer.body).toContain(fields.value);
    expect(await inForce("1.900008")).toMatchObject({ version: 1 });
  });

  it("decide nothing about a withdrawn procedure", async () => {
    const fields = { field: "limit", value: "2 ngày", reason: "x" };
    const answer = await app.post(controller, "/officer/catalogue/1.900003/overrides", fields);
    expect(answer.statusCode).toBe(422);
    expect(await inForce("1.900003")).toMatchObject({ state: "withdrawn" });
  });

  it("are closed to a desk officer and to the public, and nothing changes", async () => {
    for (const url of ["/officer/catalogue", "/officer/catalogue/imports", "/officer/catalogue/1.900001"])
      expect((await get(url, desk)).statusCode).toBe(403);
    expect((await app.inject({ url: "/officer/catalogue" })).statusCode).toBe(303);
    const fields = { field: "limit", value: "1 ngày", reason: "x" };
    expect((await app.post(desk, "/officer/catalogue/1.900001/overrides", fields)).statusCode).toBe(403);
    expect(await inForce("1.900001")).toMatchObject({ version: 1 });
  });

  it("speak English when asked to", async () => {
    expect((await get("/officer/catalogue/1.900001?lang=en")).body).toContain("Values of the province");
  });
});
