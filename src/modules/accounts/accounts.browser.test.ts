import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { expectGood, inBrowser } from "../../../test/harness/browser.ts";
import { phoneCode } from "./testing/enrol.ts";
import { ADMIN, BINH, type TestAccounts, testAccounts } from "./testing/test-accounts.ts";

inBrowser("the pages of accounts on a telephone", (open) => {
  let room: TestAccounts;
  let origin: string;
  beforeAll(async () => {
    room = await testAccounts();
    origin = await room.app.listen({ port: 0, host: "127.0.0.1" });
  });
  afterAll(() => room?.close());

  const telephone = () => open({ origin, width: 360 });

  async function signIn(page: Page, officer: { username: string; password: string }): Promise<void> {
    await page.goto("/sign-in?next=/officer/account");
    await page.getByLabel("Tên đăng nhập").fill(officer.username);
    await page.getByLabel("Mật khẩu").fill(officer.password);
    await page.getByRole("button", { name: "Đăng nhập" }).click();
  }

  /** With the right password: waits until the sign-in has led away. */
  async function comesIn(page: Page, officer: { username: string; password: string }): Promise<void> {
    await signIn(page, officer);
    await page.waitForURL(({ pathname }) => pathname !== "/sign-in");
  }

  it("lets an officer turn on the second factor and sign in with it", async () => {
    const page = await telephone();
    await signIn(page, { username: BINH.username, password: "nhầm rồi" });
    await expectGood(page);
    await comesIn(page, BINH);
    await expectGood(page);
    await page.goto("/officer/account/second-factor");
    await page.getByLabel("Mật khẩu hiện tại").fill(BINH.password);
    await page.getByRole("button", { name: "Lấy mã QR" }).click();
    await expectGood(page);
    await page.getByLabel("Mã 6 chữ số").fill(await phoneCode(room, BINH.id));
    await page.getByRole("button", { name: "Bật xác thực hai bước" }).click();
    await expect.poll(() => page.getByText("Đã bật từ").count()).toBe(1);
    await page.goto("/officer/account/password");
    await expectGood(page);
    await page.getByRole("button", { name: "Đăng xuất" }).click();

    room.clock.moveTo(room.clock.read() + 60_000);
    await comesIn(page, BINH);
    await expectGood(page);
    await page.getByLabel("Mã xác thực").fill(await phoneCode(room, BINH.id));
    await page.getByRole("button", { name: "Tiếp tục" }).click();
    await expect.poll(() => new URL(page.url()).pathname).toBe("/officer/account");
  });

  it("lets an administrator find an account, disable it and give a token", async () => {
    const page = await telephone();
    await comesIn(page, ADMIN);
    await page.goto("/officer/accounts?q=binh%20pleiku");
    await expectGood(page);
    await page.getByRole("link", { name: "Trần Thị Bình" }).click();
    await expectGood(page);
    await page.getByRole("button", { name: "Ngừng sử dụng tài khoản" }).click();
    await expect.poll(() => page.getByText("Tài khoản đã ngừng sử dụng").count()).toBe(1);
    await page.getByRole("button", { name: "Cho dùng lại" }).click();
    await page.getByRole("button", { name: "Cấp mật khẩu tạm" }).click();
    await expectGood(page);

    await page.goto("/officer/accounts/tokens");
    await expectGood(page);
    await page.getByLabel("Tên hệ thống").fill("Phần mềm đất đai");
    await page.locator("label", { hasText: "Đọc báo cáo" }).click();
    await page.getByLabel("Làm thay đơn vị").selectOption({ label: "Phường Pleiku" });
    await page.getByRole("button", { name: "Cấp mã" }).click();
    await expectGood(page);
    await expect.poll(() => page.locator("code", { hasText: "mc_" }).count()).toBe(1);
    await page.getByRole("button", { name: "Thu hồi" }).click();
    await expect.poll(() => page.getByText("Đã thu hồi mã truy cập.").count()).toBe(1);
  });
});
