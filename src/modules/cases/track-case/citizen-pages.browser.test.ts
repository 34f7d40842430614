import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SESSION_COOKIE } from "../../../platform/http/access.ts";
import { approveResult } from "../approve-result/approve-result.ts";
import type { CaseState } from "../domain/case-state.ts";
import { draftResult } from "../draft-result/draft-result.ts";
import { handOver } from "../hand-over/hand-over.ts";
import { issueResult } from "../issue-result/issue-result.ts";
import { passOn } from "../pass-on/pass-on.ts";
import { proposeSupplement } from "../propose-supplement/propose-supplement.ts";
import { requestSupplement } from "../request-supplement/request-supplement.ts";
import { type CitizenRoom, citizenRoom } from "./testing/citizen-room.ts";

const executablePath = "/usr/bin/chromium";
const args = [
  "--no-sandbox",
  "--headless=new",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--no-first-run",
];
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TELEPHONE = { width: 360, height: 740 };

type Violation = { readonly id: string; readonly nodes: readonly { readonly html: string }[] };

let browser: Browser;
let room: CitizenRoom;
let origin: string;

const browserFound = existsSync(executablePath);
if (!browserFound)
  it.skip("no browser found: the citizen's pages were not opened in a browser", () => undefined);

describe.runIf(browserFound)("the citizen's pages in a browser", () => {
  beforeAll(async () => {
    room = await citizenRoom();
    origin = await room.app.listen({ port: 0, host: "127.0.0.1" });
    browser = await chromium.launch({ executablePath, args });
  });
  afterAll(async () => {
    await browser?.close();
    await room?.close();
  });

  async function open(options: BrowserContextOptions, use: (page: Page) => Promise<void>): Promise<void> {
    const context = await browser.newContext({ baseURL: origin, ...options });
    try {
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      await use(page);
    } finally {
      await context.close();
    }
  }

  async function waiting(): Promise<CaseState> {
    const { id } = await room.receive();
    const asked = { items: "Ảnh chân dung\nBản sao sổ hộ khẩu cũ", reason: "Tờ khai thiếu ảnh" };
    await room.does("thuy.kt.pleiku", passOn, id, {});
    await room.does("nam.nh.pleiku", proposeSupplement, id, asked);
    return room.does("thuy.kt.pleiku", requestSupplement, id, asked);
  }

  async function returned(): Promise<CaseState> {
    const { id } = await room.receive();
    await room.does("thuy.kt.pleiku", passOn, id, {});
    await room.does("nam.nh.pleiku", draftResult, id, { kind: "granted", title: "Giấy", content: "…" });
    await room.does("nam.nh.pleiku", passOn, id, {});
    await room.does("trung.vt.pleiku", approveResult, id, {});
    await room.does("ngoc.ltb.pleiku", issueResult, id, {});
    const collector = { method: "counter", check: "receipt", collectorName: "Nguyễn Thị Lụa" };
    return room.does("thuy.kt.pleiku", handOver, id, collector);
  }

  const overflow = (page: Page) => page.evaluate("document.documentElement.scrollWidth - innerWidth");

  it("lead from the two codes to the rating on a telephone without JavaScript", async () => {
    const state = await returned();
    await open({ viewport: TELEPHONE, javaScriptEnabled: false }, async (page) => {
      const fits = async () => expect(await overflow(page), page.url()).toBeLessThanOrEqual(0);
      await page.goto("/track");
      await fits();
      await page.getByLabel("Mã hồ sơ").fill(state.code);
      await page.getByLabel("Mã tra cứu trên giấy hẹn").fill("AAAAA-AAAAA");
      await page.getByRole("button", { name: "Xem hồ sơ" }).click();
      expect(await page.getByText("Không có hồ sơ nào khớp với hai mã này").isVisible()).toBe(true);
      await fits();
      await page.getByLabel("Mã tra cứu trên giấy hẹn").fill(room.word(state));
      await page.getByRole("button", { name: "Xem hồ sơ" }).click();
      expect(await page.locator("h1").textContent()).toContain("Đã trả kết quả hồ sơ của bà");
      expect(await page.locator("[data-needs-js]:visible").count()).toBe(0);
      await fits();
      await page.getByRole("link", { name: "Vì sao hẹn ngày này?" }).first().click();
      expect(await page.locator("h1").textContent()).toContain("Vì sao hẹn ngày này?");
      await fits();
      await page.getByRole("link", { name: "Về hồ sơ" }).click();
      await page.getByRole("link", { name: "Đánh giá việc giải quyết hồ sơ này" }).click();
      await page.locator("label", { hasText: "Hài lòng" }).first().click();
      await fits();
      await page.getByRole("button", { name: "Gửi đánh giá" }).click();
      expect(await page.locator("h1").textContent()).toContain("Cảm ơn bà/ông đã đánh giá");
      await fits();
    });
  });

  it("are accessible on a telephone in the dark and on a desk in the light", async () => {
    const [running, papers, done] = [await room.receive(), await waiting(), await returned()];
    const pages = [
      "/track",
      `/track/${running.code}?w=AAAAA-AAAAA`,
      "/track?code=&w=x",
      room.qr(running),
      `${room.qr(papers)}&lang=en`,
      room.qr(done),
      room.qr(done, "/explain"),
      room.qr(done, "/rate"),
      `/officer/cases/${done.id}/explain`,
      "/officer/reports/on-time",
    ];
    const dark: BrowserContextOptions = { viewport: TELEPHONE, colorScheme: "dark" };
    const light: BrowserContextOptions = { viewport: { width: 1280, height: 900 }, colorScheme: "light" };
    for (const options of [dark, light]) {
      await open(options, async (page) => {
        for (const path of pages) {
          const value = path.includes("reports") ? "linh.ptk.vanphong" : "nam.nh.pleiku";
          if (path.startsWith("/officer"))
            await page.context().addCookies([{ name: SESSION_COOKIE, value, url: origin }]);
          await page.goto(path);
          expect(await page.locator("h1").count(), path).toBe(1);
          expect(await overflow(page), path).toBeLessThanOrEqual(0);
          await page.evaluate(axe);
          const found = (await page.evaluate(
            "axe.run(document, { resultTypes: ['violations'] }).then((result) => result.violations)",
          )) as readonly Violation[];
          const words = found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
          expect(words, path).toEqual([]);
        }
      });
    }
  });
});
