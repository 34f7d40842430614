import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type SignedIn, type TestApp, testApp } from "../../../../test/harness/app.ts";
import { expectGood, inBrowser } from "../../../../test/harness/browser.ts";
import { fieldsOf } from "../testing/editor-form.ts";
import { receivedCase } from "../testing/received-case.ts";

const CODE = "1.004873";
const WIDTHS = [360, 1280];

inBrowser("the editor of processes", (open) => {
  let app: TestApp;
  let origin: string;
  let controller: SignedIn;

  const save = async (page: Page) => {
    await page.locator(".editor-bar button").first().click();
    await page.getByText(/Đã lưu \(lần \d+\)/).waitFor();
  };

  beforeAll(async () => {
    app = await testApp();
    origin = await app.app.listen({ port: 0, host: "127.0.0.1" });
    controller = await app.signedIn("linh.ptk.vanphong");
    await receivedCase(app, await app.signedIn("thuy.kt.pleiku"), CODE);
  });
  afterAll(() => app?.close());

  it("is used by the keyboard alone and without JavaScript: begins a draft, types, inserts a row, saves with Enter", async () => {
    const page = await open({ origin, javaScript: false, cookies: controller.cookies });
    await page.goto(`/officer/processes?q=${CODE}`);
    await page.locator("tbody a").first().click();
    await page.getByRole("button", { name: "Soạn phiên bản mới" }).focus();
    await page.keyboard.press("Enter");
    await page.getByText("Không còn lỗi").waitFor();
    await page.locator('[id="s.0.budget"]').focus();
    await page.keyboard.press("Control+A");
    await page.keyboard.type("0,125");
    await page.keyboard.press("Enter");
    await page.getByText("Đã lưu (lần 2)").waitFor();
    await expect.poll(() => page.locator('[id="s.0.budget"]').inputValue()).toBe("1");
    await expect.poll(() => page.locator('[id="s.0.budgetUnit"]').inputValue()).toBe("hour");
    await page.locator('button[value="insert:1"]').focus();
    await page.keyboard.press("Enter");
    await page.getByText("Đã lưu (lần 3)").waitFor();
    await expect.poll(() => page.locator('[id="s.2.name"]').inputValue()).toBe("Bước mới");
  });

  it("draws what is typed: a fork, time that does not count, a fault that leads to its row", async () => {
    const page = await open({ origin, cookies: controller.cookies });
    await page.goto("/officer/processes/drafts/1");
    await page.locator('[id="s.2.name"]').fill("Trích đo thửa đất");
    await page.locator('[id="s.2.uncounted"]').selectOption("survey");
    await page.locator(".step-row summary").first().click();
    await page.locator('[id="s.0.flow"]').selectOption("parallel");
    await save(page);
    for (const branch of ["s.0.parallel", "s.0.parallel-2"]) {
      await page.locator(`[id="${branch}"]`).focus();
      await page.keyboard.press("Space");
    }
    await page.locator('[id="s.0.join"]').selectOption("approve");
    await page.locator(".step-row summary").nth(1).click();
    await page.locator('[id="s.1.flow"]').selectOption("to");
    await save(page);
    await page.locator('[id="s.1.to"]').selectOption("approve");
    await page.locator('[id="s.3.name"]').fill("");
    await save(page);
    await expect.poll(() => page.locator(".process-diagram .gate").count()).toBe(2);
    await expect.poll(() => page.locator(".process-diagram .dashed").count()).toBe(1);
    await page.getByRole("link", { name: /chưa có tên/ }).click();
    expect(page.url()).toContain("#s.3.name");
    await page.locator('[id="s.3.name"]').fill("Ký duyệt");
    // The clock cannot stand for one branch alone: what is published counts.
    await page.locator('[id="s.2.uncounted"]').selectOption("");
    await page.locator('[id="s.2.budget"]').fill("1");
    await page.locator('[id="s.2.budgetUnit"]').selectOption("hour");
    await save(page);
    await page.getByText("Không còn lỗi").waitFor();
  });

  it.each(WIDTHS)(
    "shows at %i px what somebody else saved meanwhile, and saves after that",
    async (width) => {
      const page = await open({ origin, width, cookies: controller.cookies });
      const url = "/officer/processes/drafts/1";
      await page.goto(url);
      const other = fieldsOf(await page.content(), url);
      const saved = { ...other, "s.1.name": `Thẩm tra ${width}`, silent: "granted", basis: "Điều 8" };
      await app.post(controller, url, { ...saved, do: "save" });
      await page.locator('[id="s.1.name"]').fill("Thẩm định");
      await page.locator(".editor-bar button").first().click();
      await page.locator("#conflict").getByText(`Thẩm tra ${width}`).waitFor();
      await expectGood(page);
      await save(page);
      await expect.poll(() => page.locator('[id="s.1.name"]').inputValue()).toBe("Thẩm định");
    },
  );

  it.each(WIDTHS)(
    "is whole at %i px, in the light and in the dark: list, process, editor, trial, publication",
    async (width) => {
      for (const dark of [false, true]) {
        const page = await open({ origin, width, dark, cookies: controller.cookies });
        const published = await app.db.ownerPool.query<{ id: number }>(
          "select id from processes.process where procedure_code = $1 order by id limit 1",
          [CODE],
        );
        const id = published.rows[0]?.id;
        for (const url of [
          "/officer/processes",
          `/officer/processes/${id}`,
          `/officer/processes/${id}/try?late.receive=1&outcome.appraise=ask-supplement`,
          "/officer/processes/drafts/1",
          "/officer/processes/drafts/1/try",
          "/officer/processes/drafts/1/publish",
          "/officer/processes/drafts/1/discard",
        ]) {
          await page.goto(url);
          await expectGood(page);
        }
      }
    },
  );

  it("publishes with the running cases and shows that they wait to be moved", async () => {
    const page = await open({ origin, cookies: controller.cookies });
    await page.goto("/officer/processes/drafts/1/publish");
    await page.locator("#decision").fill("45/QĐ-UBND");
    await page.locator("#reason").fill("Rút ngắn");
    await page.locator('input[name="running"][value="move"]').focus();
    await page.keyboard.press("Space");
    await page.getByText("1 hồ sơ đang chạy: 1 chuyển được, 0 ở lại").waitFor();
    await page.getByRole("button", { name: "Công bố" }).click();
    await page.getByText("Đã công bố phiên bản 2").waitFor();
    await page.getByText("đang chờ đến lượt").waitFor();
    await expectGood(page);
  });

  it.each([
    [true, 360],
    [false, 1280],
  ])(
    "keeps what was typed into a draft that a colleague discarded (JavaScript: %s, %i px)",
    async (javaScript, width) => {
      const begun = await app.post(controller, "/officer/processes/drafts", { procedureCode: CODE });
      const url = String(begun.headers.location);
      const page = await open({ origin, width, javaScript, cookies: controller.cookies });
      await page.goto(url);
      await page.locator('[id="s.1.name"]').fill("Thẩm định, đang gõ dở");
      await app.post(controller, `${url}/discard`, { version: "1" });
      await page.locator(".editor-bar button").first().click();
      await page.locator("#conflict").getByText("bỏ bản soạn này lúc").waitFor();
      if (javaScript) await expectGood(page);
      await page.locator(".editor-bar button").first().click();
      await page.getByText("Đã mở bản soạn mới với những gì đã gõ").waitFor();
      await expect.poll(() => page.locator('[id="s.1.name"]').inputValue()).toBe("Thẩm định, đang gõ dở");
      const next = new URL(page.url()).pathname;
      expect(next).not.toBe(url);
      await app.post(controller, `${next}/discard`, { version: "1" });
    },
  );
});
