import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { BINH, CUC, type TestAccounts, testAccounts } from "../testing/test-accounts.ts";
import type { TestBrowser } from "../testing/test-browser.ts";

let room: TestAccounts;
let desk: TestBrowser;
let home: TestBrowser;

beforeAll(async () => {
  room = await testAccounts();
});
afterAll(() => room.close());
beforeEach(async () => {
  await room.db.ownerPool.query("truncate accounts.session, accounts.sign_in_attempt, platform.audit");
  [desk, home] = [room.browser(), room.browser()];
  await desk.signIn(BINH.username, BINH.password);
  await home.signIn(BINH.username, BINH.password);
  await desk.get("/officer/account");
});

/** The id of a session that a page offers to end. */
function offered(html: string): string {
  return /name="session" value="([0-9a-f]{64})"/.exec(html)?.[1] ?? "";
}

test("shows the open sessions and ends another one, not the present", async () => {
  const page = await desk.get("/officer/account");
  expect(page.html).toContain("Test/1.0");
  expect(page.html.match(/name="session"/g)).toHaveLength(1);
  await desk.post("/officer/account/sessions/end", { session: offered(page.html) });
  expect((await home.get("/officer")).status).toBe(303);
  expect((await desk.get("/officer")).status).toBe(200);
  expect((await room.audit()).at(-1)).toMatchObject({ command: "account.end-session", outcome: "done" });
});

test("another officer's session cannot be ended, and the attempt leaves its audit entry and nothing else", async () => {
  const stranger = room.browser();
  await stranger.signIn(CUC.username, CUC.password);
  const session = offered((await desk.get("/officer/account")).html);
  const before = await room.stateOfTables();
  await stranger.post("/officer/account/sessions/end", { session });
  expect(await room.stateOfTables()).toEqual(before);
  expect((await home.get("/officer")).status).toBe(200);
  expect((await room.audit()).at(-1)).toMatchObject({ outcome: "session-not-found", actor_id: CUC.id });
});

test("all other sessions end at once, those of others live", async () => {
  const stranger = room.browser();
  await stranger.signIn(CUC.username, CUC.password);
  await desk.post("/officer/account/sessions/end-others");
  expect((await home.get("/officer")).status).toBe(303);
  expect((await desk.get("/officer")).status).toBe(200);
  expect((await stranger.get("/officer")).status).toBe(200);
});

test("without the page's CSRF token nothing ends", async () => {
  const session = offered((await desk.get("/officer/account")).html);
  const answer = await desk.post("/officer/account/sessions/end", { session, _csrf: "" });
  expect(answer.status).toBe(403);
  expect((await home.get("/officer")).status).toBe(200);
});

test("signing out ends the session on the server and clears the cookie", async () => {
  const token = desk.sessionToken ?? "";
  const answer = await desk.post("/sign-out");
  expect(answer.location).toBe("/sign-in");
  expect(desk.sessionToken).toBeUndefined();
  desk.cookies.set("mc_session", token);
  expect((await desk.get("/officer")).status).toBe(303);
  expect((await desk.get("/sign-in")).html).toContain("Đã đăng xuất.");
});

test("another site cannot sign an officer out", async () => {
  expect((await desk.post("/sign-out", { _csrf: "" })).status).toBe(403);
  expect((await desk.get("/officer")).status).toBe(200);
});

test("signing out of a session that is over is fine", async () => {
  expect((await room.browser().post("/sign-out")).location).toBe("/sign-in");
});
