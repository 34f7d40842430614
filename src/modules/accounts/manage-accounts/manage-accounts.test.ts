import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { enrol } from "../testing/enrol.ts";
import { ADMIN, BINH, CUC, type TestAccounts, testAccounts } from "../testing/test-accounts.ts";
import type { TestBrowser } from "../testing/test-browser.ts";
import { ACCOUNT_CHANGES } from "./change-account.ts";

let room: TestAccounts;
let admin: TestBrowser;
const of = (officer: { readonly id: number }) => `/officer/accounts/${officer.id}`;

beforeAll(async () => {
  room = await testAccounts();
});
afterAll(() => room.close());
beforeEach(async () => {
  await room.db.ownerPool.query("truncate accounts.session, accounts.sign_in_attempt, platform.audit");
  await room.db.ownerPool.query(
    `update accounts.account set disabled_at = null, must_change_password = false, totp_secret = null,
       totp_confirmed_at = null, totp_last_step = null`,
  );
  admin = room.browser();
  await admin.signIn(ADMIN.username, ADMIN.password);
});

test("an administrator finds accounts by name without marks, by username and by place", async () => {
  for (const q of ["tran thi binh", "binh.tt.kiemthu", "Bình Pleiku"]) {
    const page = await admin.get(`/officer/accounts?q=${encodeURIComponent(q)}`);
    expect(page.html).toContain("Trần Thị Bình");
    expect(page.html).not.toContain("Nguyễn Văn Quân</a>");
  }
  const none = await admin.get("/officer/accounts?q=zzzz");
  expect(none.html).toContain("Không có tài khoản nào khớp");
});

test("all accounts are reached page by page, each once", async () => {
  const seen: string[] = [];
  let url: string | undefined = "/officer/accounts";
  for (let pages = 0; url !== undefined && pages < 100; pages++) {
    const { html }: { html: string } = await admin.get(url);
    seen.push(...[...html.matchAll(/href="\/officer\/accounts\/(\d+)"/g)].map((match) => match[1] ?? ""));
    url = /href="(\/officer\/accounts\?[^"]*after=[^"&]*)"/.exec(html)?.[1]?.replaceAll("&amp;", "&");
  }
  const known = await room.db.ownerPool.query("select officer_id from accounts.account");
  expect(seen.map(Number).sort()).toEqual(known.rows.map((row) => row.officer_id).sort());
});

test("unlocking lets the officer in at once", async () => {
  for (let n = 0; n < 5; n++) await room.browser().signIn(BINH.username, "sai");
  expect((await admin.get(of(BINH))).html).toContain("Tạm khóa đến");
  const answer = await admin.post(`${of(BINH)}/unlock`);
  expect(answer.location).toBe(of(BINH));
  expect((await room.browser().signIn(BINH.username, BINH.password)).status).toBe(303);
  expect((await room.audit()).find(({ command }) => command === "account.unlock")).toMatchObject({
    outcome: "done",
    actor_id: ADMIN.id,
    subject: BINH.username,
  });
});

test("resetting the second factor ends the sessions and asks for the password alone", async () => {
  await enrol(room, BINH);
  expect((await room.browser().signIn(BINH.username, BINH.password)).location).toContain("/sign-in/code");
  await admin.get(of(BINH));
  await admin.post(`${of(BINH)}/reset-second-factor`);
  expect((await room.browser().signIn(BINH.username, BINH.password)).location).toBe("/officer");
});

test("requiring a new password reaches a session that is open", async () => {
  const browser = room.browser();
  await browser.signIn(BINH.username, BINH.password);
  await admin.post(`${of(BINH)}/require-password-change`);
  expect((await browser.get("/officer")).location).toBe("/officer/account/password?next=%2Fofficer");
});

test("a disabled account is out at once and comes back when it is enabled", async () => {
  const browser = room.browser();
  await browser.signIn(BINH.username, BINH.password);
  await admin.post(`${of(BINH)}/disable`);
  expect((await browser.get("/officer")).status).toBe(303);
  expect((await room.browser().signIn(BINH.username, BINH.password)).status).toBe(422);
  await admin.post(`${of(BINH)}/enable`);
  expect((await room.browser().signIn(BINH.username, BINH.password)).status).toBe(303);
});

test("a temporary password is shown once and opens only the page for a new one", async () => {
  const answer = await admin.post(`${of(CUC)}/issue-password`);
  const password = /<code>([a-z0-9-]{14})<\/code>/.exec(answer.html)?.[1] ?? "";
  expect((await admin.get(of(CUC))).html).not.toContain(password);
  const signedIn = await room.browser().signIn(CUC.username, password);
  expect(signedIn.location).toBe("/officer/account/password?next=%2Fofficer");
  expect(JSON.stringify(await room.audit())).not.toContain(password);
});

test("administrators cannot disable themselves or drop their own second factor", async () => {
  for (const change of ["disable", "reset-second-factor", "issue-password"]) {
    const before = await room.stateOfTables();
    await admin.post(`${of(ADMIN)}/${change}`);
    expect(await room.stateOfTables()).toEqual(before);
    expect((await room.audit()).at(-1)).toMatchObject({ outcome: "own-account" });
  }
});

test("an account that is not there is refused with its audit entry", async () => {
  expect((await admin.get("/officer/accounts/899999")).status).toBe(404);
  await admin.post("/officer/accounts/899999/unlock");
  expect((await room.audit()).at(-1)).toMatchObject({ outcome: "account-not-found" });
});

test("nobody but an administrator sees or changes accounts", async () => {
  const officer = room.browser();
  await officer.signIn(BINH.username, BINH.password);
  const before = await room.stateOfTables();
  const pages = ["/officer/accounts", of(CUC), "/officer/accounts/tokens"];
  for (const page of pages) expect((await officer.get(page)).status).toBe(403);
  for (const change of [...ACCOUNT_CHANGES, "issue-password"])
    expect((await officer.post(`${of(CUC)}/${change}`)).status).toBe(403);
  expect(await room.stateOfTables()).toEqual(before);
});

test("without the page's CSRF token nothing changes", async () => {
  const before = await room.stateOfTables();
  for (const change of [...ACCOUNT_CHANGES, "issue-password"])
    expect((await admin.post(`${of(CUC)}/${change}`, { _csrf: "" })).status).toBe(403);
  expect(await room.stateOfTables()).toEqual(before);
});
