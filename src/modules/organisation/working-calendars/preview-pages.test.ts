import { afterAll, beforeAll, expect, it } from "vitest";
import { type SignedIn, type TestApp, testApp } from "../../../../test/harness/app.ts";
import { MINUTE_MS } from "../../../kernel/time.ts";

let app: TestApp;
let controller: SignedIn;

const DAYS = { rest: "24/11/2026", name: "Ngày hội", decision: "12/QĐ-UBND", reason: "Theo nghị quyết" };
const preview = (who: SignedIn = controller, fields: Record<string, string> = DAYS) =>
  app.inject({
    url: `/officer/calendar/preview?${new URLSearchParams(fields)}`,
    cookies: { ...who.cookies },
  });
const declare = () => app.post(controller, "/officer/calendar/declare", { ...DAYS, previous: "2026-1" });
const rows = async () =>
  (await app.db.ownerPool.query("select count(*)::int as n from cases.due_preview")).rows[0].n;
const set = (change: string) => app.db.ownerPool.query(`update cases.due_preview set ${change}`);

beforeAll(async () => {
  // No case is few enough to be counted at once.
  app = await testApp({ fewCases: -1 });
  controller = await app.signedIn("linh.ptk.vanphong");
});
afterAll(() => app.close());

it("counts a declaration that concerns many cases for nobody who may not declare", async () => {
  for (const username of ["an.nv.motcua", "phuoc.dh.xaydung", "quang.dn.quantri"])
    expect((await preview(await app.signedIn(username))).statusCode, username).toBe(403);
  expect(await rows()).toBe(0);
});

it("shows how far the counting is, read again by itself, and nothing to confirm before it has ended", async () => {
  const page = (await preview()).body;
  expect(page).toContain("chờ đến lượt");
  expect(page).toContain('<noscript><meta http-equiv="refresh" content="2"/></noscript>');
  expect(page).toContain('data-look-again="2"');
  expect(page).toMatch(/href="\/officer\/calendar\/declare\?[^"]*Theo\+ngh[^"]*"><span>Sửa lại/);
  expect(page).toMatch(/href="\/officer\/calendar\/preview\?[^"]*"><span>Cập nhật/);
  await set("done = 1200, total = 50000");
  const later = (await preview()).body;
  expect(later).toContain("1.200 trong 50.000 hồ sơ");
  for (const body of [page, later]) expect(body).not.toContain("Xác nhận công bố");
  expect((await preview(controller, { ...DAYS, lang: "en" })).body).toContain("1,200 of 50,000 cases");
});

it("refuses the confirmation until then, and keeps what was typed", async () => {
  const early = await declare();
  expect(early.statusCode).toBe(422);
  expect(early.body).toContain("hãy bấm Xem trước và đợi kết quả");
  expect(early.body).toContain('value="24/11/2026"');
});

it("says when the counting failed and what to do, and begins again by itself", async () => {
  await set("ended_at = noted_at");
  const failed = (await preview()).body;
  expect(failed).toContain("hệ thống tự tính lại trong ít phút");
  expect(failed).not.toContain("Xác nhận công bố");
  app.clock.moveTo(app.clock.read() + 2 * MINUTE_MS);
  expect((await preview()).body).toContain("chờ đến lượt");
});

it("shows what came of it and when, lets it be confirmed, and declares", async () => {
  const job = app.jobs.find((one) => one.name === "preview-declaration");
  await job?.run({}, { now: app.clock.read(), progress: async () => {} });
  const page = (await preview()).body;
  expect(page).toContain("Tính thử lúc");
  expect(page).toContain("Không hồ sơ nào đổi ngày hẹn");
  expect(page).toContain("Xác nhận công bố");
  expect(page).not.toContain("refresh");
  expect(page).not.toContain("data-look-again");
  expect((await declare()).statusCode).toBe(303);
});
