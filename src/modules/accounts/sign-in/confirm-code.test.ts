import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { enrol, phoneCode } from "../testing/enrol.ts";
import { BINH, type TestAccounts, testAccounts } from "../testing/test-accounts.ts";
import type { TestBrowser } from "../testing/test-browser.ts";

let room: TestAccounts;
const MINUTE = 60_000;

beforeAll(async () => {
  room = await testAccounts();
  await enrol(room, BINH);
});
afterAll(() => room.close());
beforeEach(async () => {
  await room.db.ownerPool.query("truncate accounts.session, accounts.sign_in_attempt, platform.audit");
  // Codes of earlier tests are used up.
  room.clock.moveTo(room.clock.read() + 5 * MINUTE);
});

/** A browser after the right password; the code page was opened. */
async function owing(): Promise<TestBrowser> {
  const browser = room.browser();
  const answer = await browser.signIn(BINH.username, BINH.password);
  expect(answer.location).toBe("/sign-in/code?next=%2Fofficer");
  await browser.get("/sign-in/code");
  return browser;
}

test("the password alone opens nothing but the page for the code", async () => {
  const browser = await owing();
  expect((await browser.get("/officer")).location).toBe("/sign-in/code?next=%2Fofficer");
  expect((await browser.get("/officer/account")).status).toBe(303);
  expect((await browser.post("/officer/account/sessions/end-others")).status).toBe(401);
});

test("the right code opens the wished page with a new token, and the old token is worth nothing", async () => {
  const browser = await owing();
  const pending = browser.sessionToken ?? "";
  const answer = await browser.post("/sign-in/code", {
    code: await phoneCode(room, BINH.id),
    next: "/officer",
  });
  expect(answer.location).toBe("/officer");
  expect((await browser.get("/officer")).html).toBe("officer home");
  expect(browser.sessionToken).not.toBe(pending);
  const old = room.browser();
  old.cookies.set("mc_session", pending);
  expect((await old.get("/officer")).location).toBe("/sign-in?next=%2Fofficer");
  expect(await room.audit()).toMatchObject([
    { command: "account.sign-in", outcome: "done" },
    { command: "account.confirm-code", outcome: "done", actor_id: BINH.id, detail: null },
  ]);
});

test("a code with a space, and one of the step before or after, is right too", async () => {
  for (const away of [-1, 1]) {
    room.clock.moveTo(room.clock.read() + 5 * MINUTE);
    const code = await phoneCode(room, BINH.id, away);
    const answer = await (await owing()).post("/sign-in/code", {
      code: `${code.slice(0, 3)} ${code.slice(3)}`,
    });
    expect(answer.status).toBe(303);
  }
});

test("a wrong code changes nothing and leaves its audit entry, without the code", async () => {
  const browser = await owing();
  const before = await room.stateOfTables();
  const right = await phoneCode(room, BINH.id);
  const wrong = `${(Number(right[0]) + 5) % 10}${right.slice(1)}`;
  const answer = await browser.post("/sign-in/code", { code: wrong });
  expect(answer.status).toBe(422);
  expect(await room.stateOfTables()).toEqual(before);
  const last = (await room.audit()).at(-1);
  expect(last).toMatchObject({ command: "account.confirm-code", outcome: "wrong-code", actor_id: BINH.id });
  expect(JSON.stringify(last)).not.toContain(wrong);
  expect((await browser.get("/officer")).status).toBe(303);
});

test("a code works once", async () => {
  const code = await phoneCode(room, BINH.id);
  expect((await (await owing()).post("/sign-in/code", { code })).status).toBe(303);
  const second = await owing();
  expect((await second.post("/sign-in/code", { code })).status).toBe(422);
  expect((await room.audit()).at(-1)).toMatchObject({ outcome: "wrong-code" });
});

test("one code sent four times at the same moment opens one session", async () => {
  const browsers = [await owing(), await owing(), await owing(), await owing()];
  const code = await phoneCode(room, BINH.id);
  // Holding the account makes all four wait, so that they truly meet.
  const holder = await room.db.ownerPool.connect();
  await holder.query("begin");
  await holder.query("select 1 from accounts.account where officer_id = $1 for update", [BINH.id]);
  const sent = browsers.map((browser) => browser.post("/sign-in/code", { code }));
  const waiting = `select 1 from pg_stat_activity
                   where datname = current_database() and wait_event_type = 'Lock'`;
  while ((await room.db.ownerPool.query(waiting)).rowCount !== browsers.length) await sleep(5);
  await holder.query("commit");
  holder.release();
  const answers = await Promise.all(sent);
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 422, 422, 422]);
});

test("a code from two steps ago is too old", async () => {
  const code = await phoneCode(room, BINH.id, -2);
  expect((await (await owing()).post("/sign-in/code", { code })).status).toBe(422);
});

test("guesses at codes lock the account, and the right password does not clear them", async () => {
  const wrong = "000000";
  for (let n = 0; n < 5; n++) {
    const browser = await owing();
    await browser.post("/sign-in/code", { code: wrong });
  }
  const outcomes = (await room.audit()).map(({ outcome }) => outcome);
  expect(outcomes.filter((outcome) => outcome === "wrong-code")).toHaveLength(5);
  const answer = await room.browser().signIn(BINH.username, BINH.password);
  expect(answer.status).toBe(422);
  expect((await room.audit()).at(-1)).toMatchObject({ outcome: "locked" });
});

test("a session that owes its code for ten minutes is over", async () => {
  const browser = await owing();
  room.clock.moveTo(room.clock.read() + 10 * MINUTE);
  const answer = await browser.post("/sign-in/code", { code: await phoneCode(room, BINH.id) });
  expect(answer.status).toBe(401);
});

test("without the page's CSRF token the code is not even looked at", async () => {
  const browser = await owing();
  const answer = await browser.post("/sign-in/code", { code: await phoneCode(room, BINH.id), _csrf: "" });
  expect(answer.status).toBe(403);
  expect((await room.audit()).map(({ command }) => command)).toEqual(["account.sign-in"]);
});

test("who owes a code can go back and sign in as somebody else", async () => {
  const browser = await owing();
  const answer = await browser.post("/sign-out");
  expect(answer.location).toBe("/sign-in");
  expect(browser.sessionToken).toBeUndefined();
});
