import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { hashPassword } from "../password-hash.ts";
import { BINH, type TestAccounts, testAccounts } from "../testing/test-accounts.ts";
import type { TestBrowser } from "../testing/test-browser.ts";

let room: TestAccounts;
let browser: TestBrowser;
const PAGE = "/officer/account/password";
const NEXT = "hoa dã quỳ tháng mười";

beforeAll(async () => {
  room = await testAccounts();
});
afterAll(() => room.close());
beforeEach(async () => {
  await room.db.ownerPool.query("truncate accounts.session, accounts.sign_in_attempt, platform.audit");
  await room.db.ownerPool.query(
    "update accounts.account set password_hash = $2, must_change_password = false where officer_id = $1",
    [BINH.id, await hashPassword(BINH.password)],
  );
  browser = room.browser();
  await browser.signIn(BINH.username, BINH.password);
});

test("the new password works, the old one does not, and other sessions end", async () => {
  const other = room.browser();
  await other.signIn(BINH.username, BINH.password);
  const answer = await browser.post(PAGE, { current: BINH.password, password: NEXT, repeat: NEXT });
  expect(answer.location).toBe("/officer/account");
  expect((await browser.get("/officer")).status).toBe(200);
  expect((await other.get("/officer")).status).toBe(303);
  expect((await room.browser().signIn(BINH.username, BINH.password)).status).toBe(422);
  expect((await room.browser().signIn(BINH.username, NEXT)).status).toBe(303);
  const entry = (await room.audit()).find(({ command }) => command === "account.change-password");
  expect(entry).toMatchObject({ outcome: "done", subject: BINH.username, detail: { endedSessions: 1 } });
});

test.each([
  ["wrong-password", { current: "sai bét nhè rồi", password: NEXT, repeat: NEXT }],
  ["too-short", { current: BINH.password, password: "ngắn", repeat: "ngắn" }],
  ["is-username", { current: BINH.password, password: BINH.username, repeat: BINH.username }],
  ["too-common", { current: BINH.password, password: "matkhau123", repeat: "matkhau123" }],
  ["unchanged", { current: BINH.password, password: BINH.password, repeat: BINH.password }],
])("%s is refused, leaves its audit entry and nothing else", async (word, fields) => {
  const before = await room.stateOfTables();
  const answer = await browser.post(PAGE, fields);
  expect(answer.status).toBe(422);
  for (const secret of [fields.current, NEXT]) expect(answer.html).not.toContain(secret);
  expect(await room.stateOfTables()).toEqual(before);
  expect((await room.audit()).at(-1)).toMatchObject({ command: "account.change-password", outcome: word });
  expect(JSON.stringify(await room.audit())).not.toContain(
    fields.password === BINH.username ? NEXT : fields.password,
  );
});

test("two different new passwords are sent back", async () => {
  const answer = await browser.post(PAGE, { current: BINH.password, password: NEXT, repeat: `${NEXT}!` });
  expect(answer.status).toBe(422);
  expect(answer.html).toContain('href="#repeat"');
});

test("guessing the present password at an open screen is locked too", async () => {
  for (let n = 0; n < 5; n++)
    await browser.post(PAGE, { current: `đoán lần ${n}`, password: NEXT, repeat: NEXT });
  await browser.post(PAGE, { current: BINH.password, password: NEXT, repeat: NEXT });
  expect((await room.audit()).at(-1)).toMatchObject({ outcome: "locked" });
});

test("without the page's CSRF token nothing changes", async () => {
  const fields = { current: BINH.password, password: NEXT, repeat: NEXT, _csrf: "" };
  expect((await browser.post(PAGE, fields)).status).toBe(403);
  expect((await room.browser().signIn(BINH.username, BINH.password)).status).toBe(303);
});

test("an officer who owes a new password is led to the page from everywhere until it is changed", async () => {
  await room.db.ownerPool.query(
    "update accounts.account set must_change_password = true where officer_id = $1",
    [BINH.id],
  );
  const owing = room.browser();
  const first = await owing.post("/sign-in", {
    username: BINH.username,
    password: BINH.password,
    next: "/officer?q=1",
  });
  expect(first.location).toBe(`${PAGE}?next=%2Fofficer%3Fq%3D1`);
  expect((await owing.get("/officer")).location).toBe(`${PAGE}?next=%2Fofficer`);
  expect((await owing.get("/officer/account")).status).toBe(303);
  const page = await owing.get(first.location ?? "");
  expect(page.html).toContain("cần đặt mật khẩu mới");
  const next = /name="next" value="([^"]*)"/.exec(page.html)?.[1];
  const changed = await owing.post(PAGE, {
    current: BINH.password,
    password: NEXT,
    repeat: NEXT,
    ...(next === undefined ? {} : { next }),
  });
  expect(changed.location).toBe("/officer?q=1");
  expect((await owing.get("/officer")).status).toBe(200);
});
