import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { testClock } from "../../test/harness/clock.ts";
import { type TestDatabase, testDatabase } from "../../test/harness/database.ts";
import { ok, type Result, refuse } from "../kernel/result.ts";
import { type Command, runCommand } from "./command.ts";
import { openDatabase } from "./database.ts";
import { type Actor, PUBLIC } from "./permission.ts";

type Tables = { "platform.secret": { name: string; value: Buffer } };
type Wish = "done" | "refused" | "bug";

const keep: Command<Tables, { readonly wish: Wish }, string, "no-wish"> = {
  name: "test.keep",
  permission: "audit.read",
  input: z.object({ wish: z.enum(["done", "refused", "bug"]) }),
  async run(context, { wish }): Promise<Result<string, "no-wish">> {
    context.about("the-subject", { wish });
    await context.db
      .insertInto("platform.secret")
      .values({ name: `wish-${wish}`, value: Buffer.from("x") })
      .execute();
    const seen = await context.sql.query("select 1 from platform.secret where name = $1", [`wish-${wish}`]);
    expect(seen.rowCount).toBe(1);
    if (wish === "bug") throw new Error("a bug");
    return wish === "refused" ? refuse("no-wish", "why") : ok(wish);
  },
};
const administrator: Actor = {
  kind: "officer",
  id: 42,
  name: "A",
  posts: [{ unitId: 1, kind: "administrator" }],
};

let db: TestDatabase;
const clock = testClock();
const run = (actor: Actor, wish: Wish) =>
  runCommand({ database: db.database, clock: clock.read }, actor, keep, { wish });
const rows = async (text: string) => (await db.ownerPool.query<Record<string, unknown>>(text)).rows;
const kept = () => rows("select name from platform.secret where name like 'wish-%'");
const audit = () =>
  rows(
    "select actor_kind, actor_id, subject, outcome, detail from platform.audit where command = 'test.keep'",
  );

beforeAll(async () => {
  db = await testDatabase();
});
afterEach(() =>
  db.ownerPool.query("delete from platform.audit; delete from platform.secret where name like 'wish-%'"),
);
afterAll(() => db.close());

describe("a command", () => {
  it("that succeeds leaves its work and its audit entry", async () => {
    expect(await run(administrator, "done")).toEqual({ ok: true, value: "done" });
    expect(await kept()).toEqual([{ name: "wish-done" }]);
    expect(await audit()).toEqual([
      {
        actor_kind: "officer",
        actor_id: 42,
        subject: "the-subject",
        outcome: "done",
        detail: { wish: "done" },
      },
    ]);
  });

  it("that is refused leaves its audit entry and nothing else", async () => {
    expect(await run(administrator, "refused")).toEqual({ ok: false, refusal: "no-wish", detail: "why" });
    expect(await kept()).toEqual([]);
    expect(await audit()).toMatchObject([{ outcome: "no-wish", subject: "the-subject" }]);
  });

  it("that has a bug leaves nothing at all and throws", async () => {
    await expect(run(administrator, "bug")).rejects.toThrow("a bug");
    expect(await kept()).toEqual([]);
    expect(await audit()).toEqual([]);
  });

  it("does not begin for somebody without its permission; the attempt is in the audit", async () => {
    expect(await run(PUBLIC, "done")).toEqual({ ok: false, refusal: "not-permitted" });
    expect(await kept()).toEqual([]);
    expect(await audit()).toMatchObject([{ actor_kind: "public", actor_id: null, outcome: "not-permitted" }]);
  });

  it("gives its connection back whatever happens", async () => {
    for (let round = 0; round < 10; round++) {
      await run(administrator, "refused");
      await run(administrator, "bug").catch(() => {});
    }
    expect(db.database.aside.waitingCount).toBe(0);
    expect(db.database.aside.idleCount).toBe(db.database.aside.totalCount);
  });

  it("may ask the database for more beside its transaction, however many do so at once", async () => {
    const narrow = openDatabase(db.url, { asAppRole: true, max: 1 });
    const asking: Command<Tables, { readonly wish: Wish }, string, "no-wish"> = {
      ...keep,
      run: async () => {
        const found = await narrow.pool.query<{ answer: string }>("select 'more' as answer");
        return ok(found.rows[0]?.answer ?? "");
      },
    };
    const deps = { database: narrow, clock: clock.read };
    const done = await Promise.all(
      Array.from({ length: 20 }, () => runCommand(deps, administrator, asking, { wish: "done" })),
    );
    expect(done).toEqual(done.map(() => ok("more")));
    await narrow.close();
  });

  it("cannot rewrite the audit: the program may add to it and nothing else", async () => {
    await run(administrator, "done");
    for (const text of ["update platform.audit set outcome = 'x'", "delete from platform.audit"])
      await expect(db.database.pool.query(text)).rejects.toThrow("permission denied");
  });
});
