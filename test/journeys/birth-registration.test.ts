import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { flowingText, popplerInstalled } from "../../src/platform/pdf/poppler.ts";
import { expectGood, inBrowser } from "../harness/browser.ts";
import { act, openFromQueue, openProvince, type Province, signIn, textOf } from "./province.ts";

const MOTHER = "064190004321||Rơ Châm H'Lan|02091990|Nữ|Làng Plei Ốp, phường Pleiku|01072024";
const SCAN = {
  name: "giay-chung-sinh.pdf",
  mimeType: "application/pdf",
  buffer: Buffer.from("%PDF-1.4\n%%EOF\n"),
};

inBrowser("a birth registration from the counter to the rating", (open) => {
  let province: Province;
  beforeAll(async () => {
    province = await openProvince();
  });
  afterAll(() => province?.close());

  for (const javaScript of [true, false]) {
    const [how, width] = javaScript
      ? ["with JavaScript at 1280 px", 1280]
      : ["without JavaScript at 360 px", 360];
    it(`goes its whole way ${how}`, async () => {
      const { origin } = province;
      const office = await open({ origin, javaScript });
      await signIn(office, "thuy.kt.pleiku");
      const { id, code } = await receiveBirth(office);
      const receipt = await office.request.get(await receiptHref(office));
      const pdf = await receipt.body();
      expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
      const word = province.word(id);
      if (popplerInstalled) {
        expect(flowingText(pdf)).toContain(code);
        expect(flowingText(pdf).replaceAll(" ", "")).toContain(word.replace("-", ""));
      }

      await openFromQueue(office, code);
      await act(office, "pass-on", { note: "Đủ giấy tờ" });
      await signIn(office, "nam.nh.pleiku");
      await openFromQueue(office, code);
      await act(office, "draft-result", {
        kind: "granted",
        title: "Giấy khai sinh",
        content: "Cấp giấy khai sinh",
      });
      await act(office, "pass-on");
      await signIn(office, "trung.vt.pleiku");
      await office.getByRole("checkbox", { name: code }).check({ force: true });
      await office.getByRole("button", { name: "Phê duyệt" }).click();
      await office.getByText("Đã làm 1 hồ sơ").waitFor();
      await signIn(office, "ngoc.ltb.pleiku");
      await openFromQueue(office, code);
      await act(office, "issue");
      await signIn(office, "thuy.kt.pleiku");
      await openFromQueue(office, code);
      await act(office, "hand-over", { check: "receipt" });
      await expectGood(office);

      const citizen = await open({ origin, javaScript, width });
      await citizen.goto(`/track/${code}?w=${word}`);
      expect(await citizen.locator("h1").textContent()).toContain("Đã trả kết quả hồ sơ của bà");
      const story = await textOf(citizen);
      expect(story).toContain("phường Pleiku đã tiếp nhận hồ sơ");
      expect(story).toContain("đã trả kết quả tại quầy");
      await expectGood(citizen);
      await citizen.getByRole("link", { name: "Vì sao hẹn ngày này?" }).first().click();
      await expect.poll(() => textOf(citizen)).toContain("Nhận trước 15:00: trả trong ngày");
      await expectGood(citizen);
      await citizen.getByRole("link", { name: "Về hồ sơ" }).click();
      await citizen.getByRole("link", { name: "Đánh giá việc giải quyết hồ sơ này" }).click();
      await expectGood(citizen);
      await citizen.locator("label", { hasText: "Hài lòng" }).first().click();
      await citizen.getByRole("button", { name: "Gửi đánh giá" }).click();
      await expect.poll(() => citizen.locator("h1").textContent()).toContain("Cảm ơn");
      await expectGood(citizen);
      await citizen.goto(`/track/${code}?w=${word}`);
      expect(await textOf(citizen)).toContain("Đã đánh giá: hài lòng");
    });
  }
});

/** From the everyday words to the page that says the code; the browser is already signed in at the desk. */
async function receiveBirth(page: Page): Promise<{ id: string; code: string }> {
  await page.goto("/officer/receive");
  await page.getByLabel("Người dân cần làm thủ tục gì?").fill("lam giay khai sinh");
  await page.getByRole("button", { name: "Tìm thủ tục" }).click();
  await page.getByRole("link", { name: "Đăng ký khai sinh", exact: true }).click();
  await page.locator("#scan").fill(MOTHER);
  await page.locator("#scan").press("Enter");
  await expect.poll(() => page.locator("#applicantName").inputValue()).toBe("Rơ Châm H'Lan");
  await expect.poll(() => page.locator("#applicantBirthDate").inputValue()).toBe("02/09/1990");
  await page.locator("#applicantPhone").fill("0905 123 456");
  for (const paper of ["p1", "p2", "p4"]) await page.locator(`[id="paper.${paper}"]`).check();
  await page.locator('[id="paper.p2.file"]').setInputFiles(SCAN);
  await page.getByRole("button", { name: "Tiếp nhận và in giấy hẹn" }).click();
  await page.waitForURL(/\/received$/);
  await expectGood(page);
  const id = /cases\/([0-9a-f-]+)\/received/.exec(page.url())?.[1] ?? "";
  const code = /H21\.[\d.]+-\d{6}-\d{4}/.exec(await textOf(page))?.[0] ?? "";
  expect(code).not.toBe("");
  return { id, code };
}

async function receiptHref(page: Page): Promise<string> {
  return (await page.getByRole("link", { name: "In giấy tiếp nhận và hẹn trả" }).getAttribute("href")) ?? "";
}
