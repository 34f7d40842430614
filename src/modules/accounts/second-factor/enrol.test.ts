import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { phoneCode } from "../testing/enrol.ts";
import { BINH, type TestAccounts, testAccounts } from "../testing/test-accounts.ts";
import type { TestBrowser } from "../testing/test-browser.ts";

let room: TestAccounts;
let browser: TestBrowser;
const PAGE = "/officer/account/second-factor";

beforeAll(async () => {
  room = await testAccounts();
});
afterAll(() => room.close());
beforeEach(async () => {
  await room.db.ownerPool.query("truncate accounts.session, accounts.sign_in_attempt, platform.audit");
  await room.db.ownerPool.query(
    "update accounts.account set totp_secret = null, totp_confirmed_at = null, totp_last_step = null",
  );
  browser = room.browser();
  await browser.signIn(BINH.username, BINH.password);
});

async function secretOf(officerId: number): Promise<string | null> {
  const found = await room.db.ownerPool.query(
    "select totp_secret from accounts.account where officer_id = $1",
    [officerId],
  );
  return found.rows[0].totp_secret;
}

test("password, QR code and a first code turn the second factor on", async () => {
  expect((await browser.get(PAGE)).html).not.toContain("<svg role");
  await browser.post(`${PAGE}/start`, { password: BINH.password });
  const page = await browser.get(PAGE);
  expect(page.html).toContain('<svg role="img"');
  expect(page.html.replaceAll(" ", "")).toContain((await secretOf(BINH.id)) ?? "no secret");

  const answer = await browser.post(`${PAGE}/confirm`, { code: await phoneCode(room, BINH.id) });
  expect(answer.location).toBe("/officer/account");
  const confirmed = await browser.get(PAGE);
  expect(confirmed.html).toContain("đang bật");
  expect(confirmed.html).not.toContain("<svg role");
  expect((await room.audit()).map(({ command, outcome }) => [command, outcome])).toEqual([
    ["account.sign-in", "done"],
    ["account.start-second-factor", "done"],
    ["account.confirm-second-factor", "done"],
  ]);
});

test("a wrong password makes no secret", async () => {
  const answer = await browser.post(`${PAGE}/start`, { password: "sai" });
  expect(answer.status).toBe(422);
  expect(await secretOf(BINH.id)).toBeNull();
  expect((await room.audit()).at(-1)).toMatchObject({ outcome: "wrong-password", actor_id: BINH.id });
});

test("a wrong first code leaves the second factor off, and signing in asks for none", async () => {
  await browser.post(`${PAGE}/start`, { password: BINH.password });
  const right = await phoneCode(room, BINH.id);
  const wrong = `${(Number(right[0]) + 5) % 10}${right.slice(1)}`;
  const answer = await browser.post(`${PAGE}/confirm`, { code: wrong });
  expect(answer.status).toBe(422);
  expect(answer.html).toContain('<svg role="img"');
  expect((await room.audit()).at(-1)).toMatchObject({ outcome: "wrong-code" });
  expect((await room.browser().signIn(BINH.username, BINH.password)).location).toBe("/officer");
});

test("turning it on ends the other sessions, which had no second factor", async () => {
  const other = room.browser();
  await other.signIn(BINH.username, BINH.password);
  await browser.post(`${PAGE}/start`, { password: BINH.password });
  await browser.post(`${PAGE}/confirm`, { code: await phoneCode(room, BINH.id) });
  expect((await other.get("/officer")).status).toBe(303);
  expect((await browser.get("/officer")).status).toBe(200);
});

test("a confirmed secret is neither shown nor replaced", async () => {
  await browser.post(`${PAGE}/start`, { password: BINH.password });
  await browser.post(`${PAGE}/confirm`, { code: await phoneCode(room, BINH.id) });
  const secret = await secretOf(BINH.id);
  const answer = await browser.post(`${PAGE}/start`, { password: BINH.password });
  expect(answer.status).toBe(422);
  expect(await secretOf(BINH.id)).toBe(secret);
  expect((await room.audit()).at(-1)).toMatchObject({ outcome: "already-enrolled" });
});
