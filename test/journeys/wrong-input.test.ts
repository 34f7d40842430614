import { afterAll, beforeAll, expect, it } from "vitest";
import { expectGood, inBrowser } from "../harness/browser.ts";
import { answerOf, openProvince, type Province, textOf } from "./province.ts";

const PROGRAM = {
  name: "virus.exe",
  mimeType: "application/octet-stream",
  buffer: Buffer.from("MZ\x90\x00"),
};
const SCAN = { name: "to-khai.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n%%EOF\n") };
const TYPED = {
  applicantNumber: "06418500432",
  applicantName: "Nguyễn Thị Lụa",
  applicantBirthDate: "01/01/1985",
  applicantAddress: "12 Trần Phú, phường Pleiku",
  applicantPhone: "0905 123 456",
  applicantEmail: "lua@example.vn",
  request: "Khai sinh cho con thứ hai",
} as const;

inBrowser("wrong input at the counter", (open) => {
  let province: Province;
  beforeAll(async () => {
    province = await openProvince();
  });
  afterAll(() => province?.close());

  for (const javaScript of [true, false]) {
    it(`loses nothing that was typed, ${javaScript ? "with" : "without"} JavaScript`, async () => {
      const { cookies } = await province.signedIn("thuy.kt.pleiku");
      const page = await open({ origin: province.origin, javaScript, cookies });
      const receive = () => page.getByRole("button", { name: "Tiếp nhận và in giấy hẹn" }).click();
      const expectTyped = async (values: Readonly<Record<string, string>>) => {
        for (const [name, value] of Object.entries(values))
          await expect.poll(() => page.locator(`#${name}`).inputValue(), { message: name }).toBe(value);
      };
      await page.goto("/officer/receive/1.001193");
      for (const [name, value] of Object.entries(TYPED)) await page.locator(`#${name}`).fill(value);
      await page.locator('[id="paper.p1.file"]').setInputFiles(SCAN);
      await page.locator('[id="paper.p2.file"]').setInputFiles(PROGRAM);
      await receive();

      // A number with a digit too few and a program instead of a scan.
      const faults = await answerOf(page);
      expect(faults).toContain("Số định danh có 12 chữ số");
      expect(faults).toMatch(/Giấy chứng sinh[^:]*: Chỉ nhận tệp PDF/);
      await expectTyped(TYPED);
      expect(await textOf(page)).toContain("to-khai.pdf");
      await expectGood(page);

      // Corrected, but without the papers that the procedure asks for.
      const corrected = { ...TYPED, applicantNumber: "064185004321" };
      await page.locator("#applicantNumber").fill(corrected.applicantNumber);
      await page.locator('input[type=checkbox][name="paper.p1.kept"]').uncheck();
      await page.locator('[id="paper.p1"]').uncheck();
      await receive();
      expect(await answerOf(page)).toContain("Đánh dấu ít nhất một giấy tờ đã nhận");
      await expectTyped(corrected);
      await expectGood(page);

      for (const paper of ["p1", "p2", "p4"]) await page.locator(`[id="paper.${paper}"]`).check();
      await receive();
      await page.waitForURL(/\/received$/);
      expect(await textOf(page)).toContain("Nguyễn Thị Lụa");
    });
  }

  it("what was typed at the counter survives a reload of the page", async () => {
    const { cookies } = await province.signedIn("thuy.kt.pleiku");
    const page = await open({ origin: province.origin, cookies });
    await page.goto("/officer/receive/1.001193");
    await page.locator("#applicantName").fill(TYPED.applicantName);
    await page.locator('[id="paper.p1"]').check();
    await page.reload();
    await expect.poll(() => page.locator("#applicantName").inputValue()).toBe(TYPED.applicantName);
    expect(await page.locator('[id="paper.p1"]').isChecked()).toBe(true);
  });
});
