import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SESSION_COOKIE } from "../../../platform/http/access.ts";
import { DRAFT, type OfficerRoom, officerRoom, PEOPLE, type Person, value } from "../testing/officer-room.ts";

const executablePath = "/usr/bin/chromium";
const args = [
  "--no-sandbox",
  "--headless=new",
  "--disable-gpu",
  "--disable-background-networking",
  "--no-first-run",
];
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
type Violation = { readonly id: string; readonly nodes: readonly { readonly html: string }[] };

let browser: Browser;
let room: OfficerRoom;
let origin: string;

const browserFound = existsSync(executablePath);
if (!browserFound)
  test.skip("no browser found: the officers' pages were not tested in a browser", () => undefined);

describe.runIf(browserFound)("the officers' pages in a browser", () => {
  beforeAll(async () => {
    room = await officerRoom();
    origin = await room.app.listen({ port: 0, host: "127.0.0.1" });
    browser = await chromium.launch({ executablePath, args });
  });
  afterAll(async () => {
    await browser?.close();
    await room?.close();
  });

  async function open(person: Person, url: string, width: number): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height: 800 }, baseURL: origin });
    await context.addCookies([{ name: SESSION_COOKIE, value: PEOPLE[person], url: origin }]);
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    await page.goto(url);
    return page;
  }

  /** Nothing that axe finds, nothing wider than the screen. */
  async function expectGood(page: Page, width: number): Promise<void> {
    await page.evaluate(axe);
    const found = (await page.evaluate(
      "axe.run(document, { resultTypes: ['violations'] }).then((result) => result.violations)",
    )) as readonly Violation[];
    expect(
      found.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes.map(({ html }) => html).join(" | ")}`),
    ).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
  }

  for (const width of [360, 1280]) {
    test(`queue, case and a form that came back are good at ${width} pixels`, async () => {
      const state = await room.caseAt("drafted");
      const page = await open("specialist", "/officer", width);
      await expectGood(page, width);
      await page.goto(`/officer/cases/${state.id}`);
      await expectGood(page, width);
      const form = page.locator("#form-draft-result");
      await form.evaluate((node) => node.closest("details")?.setAttribute("open", ""));
      await form.locator("#draft-result-title").fill("");
      await form.locator("button").click();
      await page.getByRole("alert").waitFor();
      await expectGood(page, width);
      await page.context().close();
    });
  }

  test("on a telephone the lawful actions come before the papers", async () => {
    const state = await room.caseAt("leader");
    const page = await open("leader", `/officer/cases/${state.id}`, 360);
    const top = (text: string) =>
      page.getByRole("heading", { name: text }).evaluate((node) => node.getBoundingClientRect().top);
    expect(await top("Việc làm được bây giờ")).toBeLessThan(await top("Giấy tờ trong hồ sơ"));
    await page.context().close();
  });

  test("a day by keyboard: j, x, the batch; Enter opens; the whole row is a link", async () => {
    const [first, second] = [await room.caseAt("leader"), await room.caseAt("leader")];
    const page = await open("leader", "/officer?work=approve", 1280);
    const before = await page.locator("table[data-rows] tbody tr").count();
    await page.keyboard.press("j");
    await page.keyboard.press("x");
    await page.getByRole("button", { name: "Phê duyệt" }).click();
    await page.getByText("Đã làm 1 hồ sơ").waitFor();
    expect(await page.locator("table[data-rows] tbody tr").count()).toBe(before - 1);
    await page.locator("table[data-rows] tbody tr").first().locator("td").last().click({ force: true });
    await page.waitForURL(/\/officer\/cases\//);
    expect([first, second].some((state) => page.url().endsWith(state.id))).toBe(true);
    await page.goBack();
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/officer\/cases\//);
    await page.context().close();
  });

  test("without JavaScript a case is passed on all the same", async () => {
    const state = await room.caseAt("drafted");
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL: origin });
    await context.addCookies([{ name: SESSION_COOKIE, value: PEOPLE.specialist, url: origin }]);
    const page = await context.newPage();
    await page.goto(`/officer/cases/${state.id}`);
    await page.locator("#form-pass-on button").click();
    await page.getByText(`Đã chuyển hồ sơ. ${state.code}`).waitFor();
    await context.close();
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
    expect(await page.locator("#draft-result-content").inputValue()).toBe("Một tiếng làm việc");
    expect(await page.locator("#draft-result-kind-2").isChecked()).toBe(true);
    await expectGood(page, 1280);
    await page.context().close();
  });
});
