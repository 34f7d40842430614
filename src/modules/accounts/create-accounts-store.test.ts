import { afterAll, beforeAll, expect, test } from "vitest";
import { createAccounts } from "./create-accounts-store.ts";
import { type TestAccounts, testAccounts } from "./testing/test-accounts.ts";

let room: TestAccounts;

beforeAll(async () => {
  room = await testAccounts();
});
afterAll(() => room.close());

async function accountsFrom(id: number) {
  const found = await room.db.ownerPool.query(
    "select username, password_hash, demo from accounts.account where officer_id >= $1 order by officer_id",
    [id],
  );
  return found.rows;
}

test("seven hundred officers share one demo password and one hash", async () => {
  const people = Array.from({ length: 700 }, (_, n) => ({
    officerId: 950_000 + n,
    username: `Thu.${n}.Kiemthu`,
    password: "mật khẩu dùng thử",
  }));
  const now = room.clock.read();
  expect(await createAccounts(room.db.database.pool, people, { now, demo: true })).toBe(700);
  const rows = await accountsFrom(950_000);
  expect(rows).toHaveLength(700);
  expect(new Set(rows.map((row) => row.password_hash)).size).toBe(1);
  expect(rows[0]).toMatchObject({ username: "thu.0.kiemthu", demo: true });
  expect((await room.browser().signIn("thu.0.kiemthu", "mật khẩu dùng thử")).status).toBe(303);
});

test("the hash is argon2id with the parameters of the OWASP sheet", async () => {
  const people = [{ officerId: 960_000, username: "mot.kiemthu", password: "một mật khẩu khác" }];
  await createAccounts(room.db.database.pool, people, { now: room.clock.read() });
  const [row] = await accountsFrom(960_000);
  expect(row?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

test("an account that exists is left alone", async () => {
  const people = [{ officerId: 970_000, username: "hai.kiemthu", password: "mật khẩu thứ nhất" }];
  const now = room.clock.read();
  await createAccounts(room.db.database.pool, people, { now });
  const before = await accountsFrom(970_000);
  const again = people.map((one) => ({ ...one, password: "mật khẩu thứ hai" }));
  expect(await createAccounts(room.db.database.pool, again, { now })).toBe(0);
  expect(await accountsFrom(970_000)).toEqual(before);
});
