import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { ADMIN, BINH, type TestAccounts, testAccounts } from "../testing/test-accounts.ts";

let room: TestAccounts;
const MINUTE = 60_000;

beforeAll(async () => {
  room = await testAccounts();
});
afterAll(() => room.close());
beforeEach(async () => {
  await room.db.ownerPool.query("truncate accounts.session, accounts.sign_in_attempt, platform.audit");
  await room.db.ownerPool.query(
    "update accounts.account set disabled_at = null, must_change_password = false",
  );
});

async function fail(username: string, times: number): Promise<string> {
  let html = "";
  for (let n = 0; n < times; n++)
    html = (await room.browser().post("/sign-in", { username, password: "sai mật khẩu" })).html;
  return html;
}

test("opens the officers' first page with username and password", async () => {
  const browser = room.browser();
  const answer = await browser.signIn(BINH.username, BINH.password);
  expect([answer.status, answer.location]).toEqual([303, "/officer"]);
  expect((await browser.get("/officer")).html).toBe("officer home");
  expect(await room.audit()).toEqual([
    { command: "account.sign-in", outcome: "done", actor_id: null, subject: BINH.username, detail: null },
  ]);
});

test("a username typed with capitals and spaces is the same", async () => {
  const answer = await room.browser().signIn(` ${BINH.username.toUpperCase()} `, BINH.password);
  expect(answer.status).toBe(303);
});

test("goes on to the wished page of this site and never to another site", async () => {
  const post = async (next: string) => {
    const { username, password } = BINH;
    return (await room.browser().post("/sign-in", { username, password, next })).location;
  };
  expect(await post("/officer/cases?tab=late")).toBe("/officer/cases?tab=late");
  expect(await post("//evil.example/x")).toBe("/officer");
  expect(await post("https://evil.example/")).toBe("/officer");
});

test("only the hash of the token is stored, and the cookie is out of reach of scripts and other sites", async () => {
  const answer = await room.app.inject({
    method: "POST",
    url: "/sign-in",
    payload: { username: BINH.username, password: BINH.password },
  });
  const cookie = answer.cookies.find(({ name }) => name === "mc_session");
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
  const stored = await room.db.ownerPool.query("select * from accounts.session");
  expect(stored.rows).toHaveLength(1);
  expect(JSON.stringify(stored.rows)).not.toContain(cookie?.value);
  expect(stored.rows[0].token_hash.toString()).not.toContain(cookie?.value);
});

test("a wrong password opens nothing, keeps the username typed and never shows the password again", async () => {
  const before = await room.stateOfTables();
  const browser = room.browser();
  const answer = await browser.post("/sign-in", { username: BINH.username, password: "không phải thế này" });
  expect(answer.status).toBe(422);
  expect(answer.html).toContain(`value="${BINH.username}"`);
  expect(answer.html).not.toContain("không phải thế này");
  expect(browser.sessionToken).toBeUndefined();
  expect(await room.stateOfTables()).toEqual(before);
  expect(await room.audit()).toMatchObject([
    { outcome: "wrong-password", subject: BINH.username, detail: null },
  ]);
});

test("an unknown username gets the same page to the byte, and its text is not kept in the audit", async () => {
  const known = await room.browser().post("/sign-in", { username: BINH.username, password: "sai" });
  const unknown = await room.browser().post("/sign-in", { username: "ai.do.khac", password: "sai" });
  expect(unknown.status).toBe(known.status);
  expect(unknown.html.replace("ai.do.khac", "?")).toBe(known.html.replace(BINH.username, "?"));
  expect((await room.audit()).map(({ outcome, subject }) => [outcome, subject])).toEqual([
    ["wrong-password", BINH.username],
    ["wrong-password", null],
  ]);
});

test("after five failures even the right password waits, for one minute", async () => {
  await fail(BINH.username, 5);
  const locked = await room.browser().post("/sign-in", { username: BINH.username, password: BINH.password });
  expect(locked.status).toBe(422);
  expect(locked.html).toContain("09:01");
  expect((await room.audit()).at(-1)).toMatchObject({ outcome: "locked", subject: BINH.username });
  room.clock.moveTo(room.clock.read() + MINUTE);
  expect((await room.browser().signIn(BINH.username, BINH.password)).status).toBe(303);
});

test("unknown usernames are locked in the same words, so that a lock tells nothing", async () => {
  const unknown = await fail("ai.do.khac", 6);
  const known = await fail(BINH.username, 6);
  expect(unknown.replace("ai.do.khac", "?")).toBe(known.replace(BINH.username, "?"));
  expect(unknown).toContain("Đã nhập sai nhiều lần");
});

test("many wrong guesses at the same moment do not outrun the lock", async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      room.browser().post("/sign-in", { username: BINH.username, password: `đoán ${n}` }),
    ),
  );
  const outcomes = (await room.audit()).map(({ outcome }) => outcome);
  expect(answers.every(({ status }) => status === 422)).toBe(true);
  expect(outcomes.filter((outcome) => outcome === "wrong-password")).toHaveLength(5);
  expect(outcomes.filter((outcome) => outcome === "locked")).toHaveLength(15);
});

test("a right password before the fifth failure begins the count anew", async () => {
  await fail(BINH.username, 4);
  expect((await room.browser().signIn(BINH.username, BINH.password)).status).toBe(303);
  await fail(BINH.username, 4);
  expect((await room.browser().signIn(BINH.username, BINH.password)).status).toBe(303);
});

test("a disabled account answers like a wrong password and the audit says why", async () => {
  const wrong = await room.browser().post("/sign-in", { username: BINH.username, password: "sai" });
  await room.db.ownerPool.query("update accounts.account set disabled_at = now() where officer_id = $1", [
    BINH.id,
  ]);
  const disabled = await room
    .browser()
    .post("/sign-in", { username: BINH.username, password: BINH.password });
  expect(disabled.html).toBe(wrong.html);
  expect((await room.audit()).at(-1)).toMatchObject({ outcome: "account-disabled" });
});

test("signing in gives a new token and ends the session the browser had", async () => {
  const browser = room.browser();
  browser.cookies.set("mc_session", "a-token-that-somebody-planted");
  await browser.signIn(BINH.username, BINH.password);
  const first = browser.sessionToken;
  expect(first).not.toBe("a-token-that-somebody-planted");
  await browser.signIn(ADMIN.username, ADMIN.password);
  expect(browser.sessionToken).not.toBe(first);
  const old = room.browser();
  old.cookies.set("mc_session", first ?? "");
  expect((await old.get("/officer")).location).toBe("/sign-in?next=%2Fofficer");
});

test("empty fields come back with their faults, and count as no attempt", async () => {
  const answer = await room.browser().post("/sign-in", { username: "", password: "" });
  expect(answer.status).toBe(422);
  expect(answer.html).toContain('href="#username"');
  expect(answer.html).toContain('href="#password"');
  expect(await room.audit()).toEqual([]);
});

test("the page speaks English on request", async () => {
  const answer = await room.browser().get("/sign-in?lang=en");
  expect(answer.html).toContain("Sign in for officers");
});

test("a form from another site is refused", async () => {
  const answer = await room.app.inject({
    method: "POST",
    url: "/sign-in",
    headers: { origin: "https://evil.example" },
    payload: { username: BINH.username, password: BINH.password },
  });
  expect(answer.statusCode).toBe(403);
});

test("sign-ins from one address are limited whatever cookie the sender invents", async () => {
  const narrow = await testAccounts({ signInsPerMinute: 3 });
  const statuses: number[] = [];
  for (let n = 0; n < 4; n++) {
    const browser = narrow.browser();
    browser.cookies.set("mc_session", `invented-${n}`);
    statuses.push((await browser.post("/sign-in", { username: "ai.do", password: "sai" })).status);
  }
  await narrow.close();
  expect(statuses).toEqual([422, 422, 422, 429]);
});

test("reading pages does not use up an address's sign-ins", async () => {
  const narrow = await testAccounts({ signInsPerMinute: 3 });
  for (let n = 0; n < 10; n++) await narrow.browser().get("/sign-in");
  const answer = await narrow.browser().signIn(BINH.username, BINH.password);
  await narrow.close();
  expect(answer.status).toBe(303);
});
