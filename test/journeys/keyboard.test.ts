import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { inBrowser } from "../harness/browser.ts";
import { caseAt, PLEIKU } from "./case-at.ts";
import { openProvince, type Province } from "./province.ts";

inBrowser("the officer's keyboard", (open) => {
  let province: Province;
  beforeAll(async () => {
    province = await openProvince();
    for (let count = 0; count < 3; count++) await caseAt(province, "specialist");
  });
  afterAll(() => province?.close());

  async function at(address: string, username: string = PLEIKU.specialist): Promise<Page> {
    const { cookies } = await province.signedIn(username);
    const page = await open({ origin: province.origin, cookies });
    await page.goto(address);
    return page;
  }

  it("/ goes to the search, and what is typed there is text", async () => {
    const page = await at("/officer");
    await page.keyboard.press("/");
    await page.keyboard.type("lua j/k?");
    await expect.poll(() => page.locator("[data-main-search]").inputValue()).toBe("lua j/k?");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/officer\/search\?q=/);
  });

  it("j and k walk the queue, Enter opens the case", async () => {
    const page = await at("/officer");
    const codes = await page.locator("table[data-rows] tbody th a").allTextContents();
    expect(codes.length).toBe(3);
    for (const key of ["j", "j", "j", "k"]) await page.keyboard.press(key);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/officer\/cases\//);
    expect(await page.locator("main").textContent()).toContain(codes[1]);
  });

  it("? shows the keys, Escape puts them away", async () => {
    const page = await at("/officer");
    await page.keyboard.press("?");
    expect(await page.locator("dialog[open]").textContent()).toContain("j");
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator("dialog[open]").count()).toBe(0);
  });

  it("the way past the navigation is one key", async () => {
    const page = await at("/officer");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.closest('main') !== null")).toBe(true);
  });

  it("Tab walks the counter's form in the order in which papers cross the counter", async () => {
    const page = await at("/officer/receive/1.001193", PLEIKU.desk);
    await page.locator("#scan").focus();
    const names: string[] = [];
    for (let count = 0; count < 80 && names.at(-1) !== "do=receive"; count++) {
      await page.keyboard.press("Tab");
      names.push(
        String(
          await page.evaluate(`(() => {
            const { name, value, type } = document.activeElement;
            return type === "submit" ? name + "=" + value : name;
          })()`),
        ),
      );
    }
    const order = [
      "applicantNumber",
      "applicantName",
      "applicantPhone",
      "decidingUnit",
      "paper.p1",
      "paper.p1.file",
      "feeAmount",
      "returnMethod",
      "do=receive",
    ];
    expect(names.filter((name) => order.includes(name))).toEqual(order);
    // The button that Enter presses must not stand in anybody's way.
    expect(names).not.toContain("do=enter");
  });
});
