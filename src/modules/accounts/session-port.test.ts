import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { forgetExpired } from "./forget-expired.ts";
import { sessionPort } from "./session-port.ts";
import { BINH, type TestAccounts, testAccounts } from "./testing/test-accounts.ts";
import type { TestBrowser } from "./testing/test-browser.ts";

let room: TestAccounts;
let browser: TestBrowser;
const MINUTE = 60_000;

beforeAll(async () => {
  room = await testAccounts();
});
afterAll(() => room.close());
beforeEach(async () => {
  await room.db.ownerPool.query("truncate accounts.session, accounts.sign_in_attempt, platform.audit");
  await room.db.ownerPool.query("update accounts.account set disabled_at = null");
  browser = room.browser();
  await browser.signIn(BINH.username, BINH.password);
});

function wait(minutes: number): void {
  room.clock.moveTo(room.clock.read() + minutes * MINUTE);
}

test("tells the server who the officer is and where they work", async () => {
  const port = sessionPort(room.db.database, (id) => room.officers.get(id));
  const session = await port.findSession(browser.sessionToken ?? "", room.clock.read());
  expect(session).toMatchObject({
    actor: {
      kind: "officer",
      id: BINH.id,
      name: "Trần Thị Bình",
      posts: [{ unitId: 1, kind: "desk-officer" }],
    },
    username: BINH.username,
    place: "Phường Pleiku",
    secondFactorPending: false,
  });
});

test("an idle session is over after an hour", async () => {
  wait(60);
  expect((await browser.get("/officer")).location).toBe("/sign-in?next=%2Fofficer");
});

test("a session in use lives on, and ends after eight hours all the same", async () => {
  for (let n = 0; n < 9; n++) {
    wait(50);
    expect((await browser.get("/officer")).status).toBe(200);
  }
  wait(30);
  expect((await browser.get("/officer")).status).toBe(303);
});

test("visits are noted at most once a minute", async () => {
  const seen = async () =>
    (await room.db.ownerPool.query("select last_seen_at from accounts.session")).rows[0].last_seen_at;
  const begun = await seen();
  room.clock.moveTo(room.clock.read() + MINUTE - 1);
  await browser.get("/officer");
  expect(await seen()).toBe(begun);
  room.clock.moveTo(room.clock.read() + 1);
  await browser.get("/officer");
  expect(await seen()).toBe(begun + MINUTE);
});

test("disabling the account or leaving the service ends the session at once", async () => {
  await room.db.ownerPool.query("update accounts.account set disabled_at = now() where officer_id = $1", [
    BINH.id,
  ]);
  expect((await browser.get("/officer")).status).toBe(303);
  await room.db.ownerPool.query("update accounts.account set disabled_at = null");
  const facts = room.officers.get(BINH.id);
  room.officers.delete(BINH.id);
  expect((await browser.get("/officer")).status).toBe(303);
  if (facts !== undefined) room.officers.set(BINH.id, facts);
  expect((await browser.get("/officer")).status).toBe(200);
});

test("the daily cleaning removes what is over and keeps what lives", async () => {
  await room.browser().post("/sign-in", { username: "ai.do.khac", password: "sai" });
  wait(61);
  const fresh = room.browser();
  await fresh.signIn(BINH.username, BINH.password);
  await forgetExpired(room.db.database, room.clock.read());
  const count = async (table: string) =>
    Number((await room.db.ownerPool.query(`select count(*) from accounts.${table}`)).rows[0].count);
  expect([await count("session"), await count("sign_in_attempt")]).toEqual([1, 1]);
  expect((await fresh.get("/officer")).status).toBe(200);
  wait(24 * 60);
  await forgetExpired(room.db.database, room.clock.read());
  expect([await count("session"), await count("sign_in_attempt")]).toEqual([0, 0]);
});
