import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectGood, inBrowser, settled } from "../../../../test/harness/browser.ts";
import { SESSION_COOKIE } from "../../../platform/http/access.ts";
import { DRAFT, type OfficerRoom, officerRoom, PEOPLE, type Person, value } from "../testing/officer-room.ts";

inBrowser("the officers' pages", (openPage) => {
  let room: OfficerRoom;
  let origin: string;
  beforeAll(async () => {
    room = await officerRoom();
    origin = await room.app.listen({ port: 0, host: "127.0.0.1" });
  });
  afterAll(() => room?.close());

  async function open(person: Person, url: string, width: number, javaScript = true): Promise<Page> {
    const cookies = { [SESSION_COOKIE]: PEOPLE[person] };
    const page = await openPage({ origin, width, javaScript, cookies });
    await page.goto(url);
    return page;
  }

  for (const width of [360, 1280]) {
    test(`queue, case and a form that came back are good at ${width} pixels`, async () => {
      const state = await room.caseAt("drafted");
      const page = await open("specialist", "/officer", width);
      await expectGood(page);
      await page.goto(`/officer/cases/${state.id}`);
      await expectGood(page);
      const form = page.locator("#form-draft-result");
      await form.evaluate((node) => node.closest("details")?.setAttribute("open", ""));
      await form.locator("#draft-result-title").fill("");
      await form.locator("button").click();
      await page.getByRole("alert").waitFor();
      await expectGood(page);
    });
  }

  test("on a telephone the lawful actions come before the papers", async () => {
    const state = await room.caseAt("leader");
    const page = await open("leader", `/officer/cases/${state.id}`, 360);
    const top = (text: string) =>
      page.getByRole("heading", { name: text }).evaluate((node) => node.getBoundingClientRect().top);
    expect(await top("Việc làm được bây giờ")).toBeLessThan(await top("Giấy tờ trong hồ sơ"));
  });

  test("a day by keyboard: j, x, the batch; Enter opens; the whole row is a link", async () => {
    for (let count = 0; count < 2; count++) await room.caseAt("leader");
    const page = await open("leader", "/officer?work=approve", 1280);
    const before = await page.locator("table[data-rows] tbody tr").count();
    await page.keyboard.press("j");
    await page.keyboard.press("x");
    await page.getByRole("button", { name: "Phê duyệt" }).click();
    await page.getByText("Đã làm 1 hồ sơ").waitFor();
    await settled(page);
    await expect.poll(() => page.locator("table[data-rows] tbody tr").count()).toBe(before - 1);
    const first = page.locator("table[data-rows] tbody tr").first();
    const address = await first.locator("th a").getAttribute("href");
    await first.locator("td").last().click({ force: true });
    await page.waitForURL(/\/officer\/cases\//);
    await expect.poll(() => new URL(page.url()).pathname).toBe(address);
    await page.goBack();
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/officer\/cases\//);
  });

  test("without JavaScript a case is passed on all the same", async () => {
    const state = await room.caseAt("drafted");
    const page = await open("specialist", `/officer/cases/${state.id}`, 1280, false);
    await page.locator("#form-pass-on button").click();
    await page.getByText(`Đã chuyển hồ sơ. ${state.code}`).waitFor();
  });

  test("what somebody typed is still there after somebody else was faster", async () => {
    const state = await room.caseAt("specialist");
    const page = await open("specialist", `/officer/cases/${state.id}`, 1280);
    value(await room.run("otherSpecialist", "draft-result", state, DRAFT));
    await page.locator("label[for=draft-result-kind-2]").click();
    await page.locator("#draft-result-title").fill("Văn bản của tôi");
    await page.locator("#draft-result-content").fill("Một tiếng làm việc");
    await page.locator("#form-draft-result button").click();
    await page.getByText("Hồ sơ vừa có thay đổi").waitFor();
    await expect.poll(() => page.locator("#draft-result-content").inputValue()).toBe("Một tiếng làm việc");
    expect(await page.locator("#draft-result-kind-2").isChecked()).toBe(true);
    await expectGood(page);
  });
});
