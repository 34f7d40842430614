import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { runCommand } from "../../../platform/command.ts";
import { ADMIN, BINH, type TestAccounts, testAccounts } from "../testing/test-accounts.ts";
import type { TestBrowser } from "../testing/test-browser.ts";
import { createSystemToken } from "./create-system-token.ts";

let room: TestAccounts;
let admin: TestBrowser;
const PAGE = "/officer/accounts/tokens";
const FIELDS = { name: "Phần mềm đất đai", permissions: ["report.read"], unitId: "1", expiresOn: "" };

beforeAll(async () => {
  room = await testAccounts();
});
afterAll(() => room.close());
beforeEach(async () => {
  await room.db.ownerPool.query(
    "truncate accounts.session, accounts.sign_in_attempt, accounts.system_token, platform.audit",
  );
  admin = room.browser();
  await admin.signIn(ADMIN.username, ADMIN.password);
});

async function create(fields: Record<string, string | readonly string[]> = FIELDS): Promise<string> {
  const answer = await admin.post(PAGE, fields);
  return /<code>(mc_[\w-]{43})<\/code>/.exec(answer.html)?.[1] ?? "";
}

async function call(token: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}` };
  return (await room.app.inject({ url: "/api/v1/reports", headers })).statusCode;
}

test("a token is shown once, stored as a hash, and opens what it was given", async () => {
  const token = await create();
  expect(await call(token)).toBe(200);
  expect((await admin.get(PAGE)).html).not.toContain(token);
  const stored = await room.db.ownerPool.query("select * from accounts.system_token");
  expect(JSON.stringify(stored.rows)).not.toContain(token);
  expect(stored.rows).toMatchObject([{ name: FIELDS.name, unit_id: 1, created_by: ADMIN.id }]);
  const entries = await room.audit();
  expect(entries.at(-1)).toMatchObject({ command: "account.create-system-token", outcome: "done" });
  expect(JSON.stringify(entries)).not.toContain(token);
});

test("a token opens nothing else", async () => {
  const token = await create({ ...FIELDS, permissions: ["case.read"] });
  expect(await call(token)).toBe(403);
  expect(await call("mc_invented")).toBe(401);
});

test("a token works until the end of its last day and not longer", async () => {
  const token = await create({ ...FIELDS, expiresOn: "23/11/2026" });
  room.clock.moveTo(room.clock.read() + 15 * 3_600_000 - 1);
  expect(await call(token)).toBe(200);
  room.clock.moveTo(room.clock.read() + 1);
  expect(await call(token)).toBe(401);
});

test("a revoked token is worth nothing at once, and is not revoked twice", async () => {
  const token = await create();
  const { rows } = await room.db.ownerPool.query<{ id: number }>("select id from accounts.system_token");
  await admin.post(`${PAGE}/${rows[0]?.id}/revoke`);
  expect(await call(token)).toBe(401);
  const before = await room.stateOfTables();
  await admin.post(`${PAGE}/${rows[0]?.id}/revoke`);
  expect(await room.stateOfTables()).toEqual(before);
  expect((await room.audit()).at(-1)).toMatchObject({ outcome: "token-not-found" });
});

test("a form with faults comes back with all that was typed", async () => {
  const answer = await admin.post(PAGE, { ...FIELDS, unitId: "", expiresOn: "31/02/2027" });
  expect(answer.status).toBe(422);
  expect(answer.html).toContain('value="Phần mềm đất đai"');
  expect(answer.html).toContain('value="31/02/2027"');
  expect(answer.html).toMatch(/value="report.read"[^>]*checked|checked[^>]*value="report.read"/);
  expect(answer.html).toContain('href="#unitId"');
  expect(answer.html).toContain('href="#expiresOn"');
});

test.each([
  ["no permission", { permissions: [] }, "permissions"],
  ["a permission that is not for systems", { permissions: ["account.manage"] }, "permissions"],
  ["a unit that does not exist", { unitId: "77" }, "unitId"],
  ["a last day that has passed", { expiresOn: "01/01/2026" }, "expiresOn"],
])("%s is sent back and makes no token", async (_case, change, field) => {
  const answer = await admin.post(PAGE, { ...FIELDS, ...change });
  expect(answer.status).toBe(422);
  expect(answer.html).toContain(`href="#${field}"`);
  const { rows } = await room.db.ownerPool.query("select 1 from accounts.system_token");
  expect(rows).toHaveLength(0);
});

test("the command itself refuses permissions that are not for systems, whoever calls it", async () => {
  const deps = { database: room.db.database, clock: room.clock.read };
  const result = await runCommand(deps, { kind: "operator" }, createSystemToken, {
    name: "Bừa",
    permissions: ["account.manage"],
    unitId: 1,
  });
  expect(result).toMatchObject({ ok: false, refusal: "permission-not-for-systems" });
});

test("another post can neither create nor revoke tokens", async () => {
  const officer = room.browser();
  await officer.signIn(BINH.username, BINH.password);
  expect((await officer.post(PAGE, FIELDS)).status).toBe(403);
  expect((await officer.post(`${PAGE}/1/revoke`)).status).toBe(403);
});

test("without the page's CSRF token nothing is made", async () => {
  expect((await admin.post(PAGE, { ...FIELDS, _csrf: "" })).status).toBe(403);
});
