import { afterAll, beforeAll, expect, it } from "vitest";
import { expectGood, inBrowser, overflowOf, type View } from "../../../../test/harness/browser.ts";
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

inBrowser("the citizen's pages", (open) => {
  let room: CitizenRoom;
  let origin: string;
  beforeAll(async () => {
    room = await citizenRoom();
    origin = await room.app.listen({ port: 0, host: "127.0.0.1" });
  });
  afterAll(() => room?.close());

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

  it("lead from the two codes to the rating on a telephone without JavaScript", async () => {
    const state = await returned();
    const page = await open({ origin, width: 360, javaScript: false });
    const head = () => page.locator("h1").textContent();
    const fits = async () => expect(await overflowOf(page), page.url()).toBeLessThanOrEqual(0);
    await page.goto("/track");
    await fits();
    await page.getByLabel("Mã hồ sơ").fill(state.code);
    await page.getByLabel("Mã tra cứu trên giấy hẹn").fill("AAAAA-AAAAA");
    await page.getByRole("button", { name: "Xem hồ sơ" }).click();
    await expect.poll(() => page.getByText("Không có hồ sơ nào khớp với hai mã này").isVisible()).toBe(true);
    await fits();
    await page.getByLabel("Mã tra cứu trên giấy hẹn").fill(room.word(state));
    await page.getByRole("button", { name: "Xem hồ sơ" }).click();
    await expect.poll(head).toContain("Đã trả kết quả hồ sơ của bà");
    expect(await page.locator("[data-needs-js]:visible").count()).toBe(0);
    await fits();
    await page.getByRole("link", { name: "Vì sao hẹn ngày này?" }).first().click();
    await expect.poll(head).toContain("Vì sao hẹn ngày này?");
    await fits();
    await page.getByRole("link", { name: "Về hồ sơ" }).click();
    await page.getByRole("link", { name: "Đánh giá việc giải quyết hồ sơ này" }).click();
    await page.locator("label", { hasText: "Hài lòng" }).first().click();
    await fits();
    await page.getByRole("button", { name: "Gửi đánh giá" }).click();
    await expect.poll(head).toContain("Cảm ơn bà/ông đã đánh giá");
    await fits();
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
    const views: readonly Omit<View, "origin">[] = [{ width: 360, dark: true }, { width: 1280 }];
    for (const view of views) {
      const page = await open({ origin, ...view });
      for (const path of pages) {
        const value = path.includes("reports") ? "linh.ptk.vanphong" : "nam.nh.pleiku";
        if (path.startsWith("/officer"))
          await page.context().addCookies([{ name: SESSION_COOKIE, value, url: origin }]);
        await page.goto(path);
        await expect.poll(() => page.locator("h1").count(), { message: path }).toBe(1);
        await expectGood(page);
      }
    }
  });
});
