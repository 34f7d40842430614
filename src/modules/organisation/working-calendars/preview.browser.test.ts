import { afterAll, beforeAll, expect, it } from "vitest";
import { type SignedIn, type TestApp, testApp } from "../../../../test/harness/app.ts";
import { expectGood, inBrowser } from "../../../../test/harness/browser.ts";

const preview = (rest: string) =>
  `/officer/calendar/preview?${new URLSearchParams({ rest, name: "Ngày hội", decision: "12/QĐ-UBND", reason: "Nghị quyết" })}`;
const CONFIRM = "Xác nhận công bố";

inBrowser("the preview of a declaration that concerns many cases", (open) => {
  let app: TestApp;
  let origin: string;
  let controller: SignedIn;

  const note = (done: number) =>
    app.db.ownerPool.query("update cases.due_preview set done = $1, total = 50000 where result is null", [
      done,
    ]);
  const count = async () => {
    const job = app.jobs.find((one) => one.name === "preview-declaration");
    await job?.run({}, { now: app.clock.read(), progress: async () => {} });
  };

  beforeAll(async () => {
    app = await testApp({ fewCases: -1 });
    origin = await app.app.listen({ port: 0, host: "127.0.0.1" });
    controller = await app.signedIn("linh.ptk.vanphong");
  });
  afterAll(() => app?.close());

  it.each([
    [360, true],
    [1280, false],
  ])("moves by itself at %i px until it can be confirmed (JavaScript: %s)", async (width, javaScript) => {
    const page = await open({ origin, width, javaScript, cookies: controller.cookies });
    await page.goto(preview(javaScript ? "24/11/2026" : "25/11/2026"));
    await page.getByText("chờ đến lượt").waitFor();
    // Without JavaScript the whole page comes anew every other second, perhaps while it is looked at.
    const look = async () => javaScript && (await expectGood(page));
    await look();
    if (javaScript) await page.getByRole("link", { name: "Sửa lại" }).focus();
    await note(31_250);
    await page.getByText("31.250 trong 50.000 hồ sơ").waitFor();
    await look();
    expect(await page.getByRole("button", { name: CONFIRM }).count()).toBe(0);
    // Whoever was about to press is not thrown back to the beginning of the page.
    if (javaScript) expect(await page.locator(":focus").textContent()).toBe("Sửa lại");
    await count();
    await page.getByRole("button", { name: CONFIRM }).waitFor();
    await expectGood(page);
  });
});
