import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { inBrowser } from "../harness/browser.ts";
import { caseAt, type MadeCase } from "./case-at.ts";
import { openProvince, type Province } from "./province.ts";

/** Bytes over the wire, heads included, as a telephone on a mobile network pays for them. */
const BUDGET = { all: 60_000, script: 10_000 };

inBrowser("the first view of a citizen", (open) => {
  let province: Province;
  let returned: MadeCase;
  beforeAll(async () => {
    province = await openProvince();
    returned = await caseAt(province, "returned");
  });
  afterAll(() => province?.close());

  const views: readonly (readonly [string, () => string])[] = [
    ["/", () => "/"],
    ["/procedures/:code", () => "/procedures/1.001193"],
    ["/track/:code", () => `/track/${returned.code}?w=${province.word(returned.id)}`],
  ];
  it.each(views)("%s costs at most 60 kB, at most 10 kB of it scripts", async (_name, address) => {
    const page = await open({ origin: province.origin, width: 360 });
    const loaded = await measure(page, address());
    const sum = (of: readonly Loaded[]) => of.reduce((total, { bytes }) => total + bytes, 0);
    const account = loaded.map(({ type, bytes, url }) => `${bytes} ${type} ${url}`).join("\n");
    expect(
      loaded.some(({ type }) => type === "Stylesheet"),
      account,
    ).toBe(true);
    expect(sum(loaded.filter(({ type }) => type === "Script")), account).toBeLessThanOrEqual(BUDGET.script);
    expect(sum(loaded), account).toBeLessThanOrEqual(BUDGET.all);
  });

  it("asks no other host for anything", async () => {
    const page = await open({ origin: province.origin, width: 360 });
    for (const [, address] of views) {
      for (const { url } of await measure(page, address())) expect(new URL(url).origin).toBe(province.origin);
    }
  });
});

type Loaded = { readonly url: string; readonly type: string; readonly bytes: number };

/** Everything that opening the page loaded. */
async function measure(page: Page, address: string): Promise<readonly Loaded[]> {
  const network = await page.context().newCDPSession(page);
  await network.send("Network.enable");
  const asked = new Map<string, { url: string; type: string }>();
  const loaded: Loaded[] = [];
  network.on("Network.responseReceived", ({ requestId, response, type }) =>
    asked.set(requestId, { url: response.url, type }),
  );
  network.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const request = asked.get(requestId);
    if (request !== undefined) loaded.push({ ...request, bytes: encodedDataLength });
  });
  await page.goto(address, { waitUntil: "networkidle" });
  await network.detach();
  return loaded;
}
