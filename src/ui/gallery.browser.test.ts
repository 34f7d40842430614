import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { faultsOf, inBrowser, overflowOf, type View } from "../../test/harness/browser.ts";
import { loadAssets } from "./assets.ts";
import { type GalleryServer, serveGallery } from "./gallery/gallery-server.ts";
import { galleryPages } from "./gallery.tsx";

inBrowser("the design system", (openPage) => {
  let server: GalleryServer;
  beforeAll(async () => {
    server = await serveGallery(loadAssets());
  });
  afterAll(() => server?.close());

  /** Opens a sample page; whatever it shows, nothing may be wrong with it at the end. */
  async function open(
    path: string,
    view: Omit<View, "origin">,
    check: (page: Page) => Promise<void>,
  ): Promise<void> {
    const page = await openPage({ origin: server.origin, ...view });
    await page.goto(path);
    await check(page);
    expect(await faultsOf(page)).toEqual([]);
  }

  it.each(galleryPages)(
    "%s is accessible on a telephone in the dark and on a desk in the light",
    async (name) => {
      await open(`/${name}`, { width: 320, dark: true }, async () => undefined);
      await open(`/${name}`, { width: 1440 }, async () => undefined);
    },
  );

  it.each(galleryPages)("%s fits from 320 to 1440 px", async (name) => {
    await open(`/${name}`, {}, async (page) => {
      for (const width of [320, 360, 600, 768, 900, 1024, 1280, 1440]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await overflowOf(page), `${width} px`).toBeLessThanOrEqual(0);
      }
    });
  });

  it("gives citizens targets of 44 px on a telephone", async () => {
    await open("/citizen-form", { width: 360, height: 740 }, async (page) => {
      const small =
        await page.evaluate(`[...document.querySelectorAll("main .button, main .input, main .choice")]
        .filter((box) => box.getBoundingClientRect().height < 44).map((box) => box.outerHTML)`);
      expect(small).toEqual([]);
    });
  });

  it("keeps the head of an officer's table in view", async () => {
    await open("/officer-queue", { width: 1280, height: 500 }, async (page) => {
      await page.evaluate("scrollTo(0, 420)");
      const head = await page.locator("thead th").first().boundingBox();
      expect(head?.y).toBe(52);
    });
  });

  it("moves, selects and opens rows by keyboard, finds the search box and the help", async () => {
    await open("/officer-queue", { width: 1280, height: 800 }, async (page) => {
      for (const key of ["j", "j", "k", "j", "x"]) await page.keyboard.press(key);
      expect(await page.locator("tr.here").getAttribute("class")).toBe("soon here");
      expect(await page.locator("tr.here input").isChecked()).toBe(true);
      expect(await page.evaluate("document.querySelector('[data-select-all]').indeterminate")).toBe(true);
      expect(await page.evaluate("document.activeElement.getAttribute('href')")).toContain("0031");
      await page.keyboard.press("?");
      await expect.poll(() => page.locator("dialog").isVisible()).toBe(true);
      await page.keyboard.press("?");
      await expect.poll(() => page.locator("dialog").isVisible()).toBe(false);
      await page.keyboard.press("/");
      await page.keyboard.type("j/k?");
      await expect.poll(() => page.locator("#bar-search").inputValue()).toBe("j/k?");
    });
  });

  it("keeps what was typed through a reload until the server has it", async () => {
    await open("/officer-case", { width: 1280, height: 800 }, async (page) => {
      await page.locator("#opinion").fill("Đủ điều kiện");
      await page.reload();
      await expect.poll(() => page.locator("#opinion").inputValue()).toBe("Đủ điều kiện");
      await page
        .locator("main form")
        .evaluate("(form) => form.addEventListener('submit', (event) => event.preventDefault())");
      await page.getByRole("button", { name: "Trình ký" }).click();
      await page.goto(`${server.origin}/officer-queue`);
      await page.goto(`${server.origin}/officer-case`);
      expect(await page.locator("#opinion").inputValue()).toBe("");
    });
  });

  it("sends a form once and shows that it works", async () => {
    await open("/officer-case", { width: 1280, height: 800 }, async (page) => {
      let posts = 0;
      page.on("request", (request) => {
        if (request.method() === "POST") posts += 1;
      });
      const button = page.locator("main form .button.primary");
      const first = page.waitForRequest((request) => request.method() === "POST");
      await button.dblclick();
      await first;
      await page.waitForTimeout(200);
      expect(await button.textContent()).toBe("Đang gửi…");
      expect(posts).toBe(1);
    });
  });

  it("fills the form from a scanned citizen card without sending it", async () => {
    await open("/citizen-form", { width: 1280, height: 800 }, async (page) => {
      await page.locator("#scan").fill("052085004321||Trần Văn Tám|01011985|Nam|Phường Quy Nhơn|01072024");
      await page.locator("#scan").press("Enter");
      await expect.poll(() => page.locator("#name").inputValue()).toBe("Trần Văn Tám");
      await expect.poll(() => page.locator("#card").inputValue()).toBe("052085004321");
      await expect.poll(() => page.locator("#born").inputValue()).toBe("01/01/1985");
      expect(await page.locator("#sex-2").isChecked()).toBe(true);
      expect(await page.locator("#scan").inputValue()).toBe("");
    });
  });

  it("shows the name and size of a chosen file and refuses one too large", async () => {
    await open("/citizen-form", { width: 1280, height: 800 }, async (page) => {
      const small = { name: "hop-dong.pdf", mimeType: "application/pdf", buffer: Buffer.alloc(2048) };
      const large = { name: "anh.tiff", mimeType: "image/tiff", buffer: Buffer.alloc(11 * 1_048_576) };
      await page.locator("#lease").setInputFiles([small, large]);
      const list = page.locator("[data-file-list]");
      expect(await list.textContent()).toContain("hop-dong.pdf · 2 kB");
      expect(await list.locator(".error-text").textContent()).toContain("Tệp quá lớn");
    });
  });

  it("shows nothing that needs JavaScript where there is none", async () => {
    await open("/officer-queue", { javaScript: false }, async (page) => {
      expect(await page.locator("[data-needs-js]:visible").count()).toBe(0);
      await expect.poll(() => page.locator("table tbody tr").count()).toBe(8);
    });
  });
});
