import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestDatabase, testDatabase } from "../../test/harness/database.ts";
import { migrate, migrationNames } from "./migrate.ts";

let db: TestDatabase;
let folder: string;
const write = (name: string, sql: string) => writeFile(join(folder, name), sql);
const tables = async (): Promise<unknown[]> =>
  (await db.ownerPool.query("select tablename from pg_tables where schemaname = 'extra' order by 1")).rows;

beforeAll(async () => {
  db = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), "motcua-migrations-"));
  await cp(join(import.meta.dirname, "../../db/migrations"), folder, { recursive: true });
});
afterAll(async () => {
  await db.close();
  await rm(folder, { recursive: true });
});

describe("migrating", () => {
  it("has nothing to do on a database that is up to date", async () => {
    expect(await migrate(db.url)).toEqual([]);
  });

  it("lets two processes that start at once apply each file once", async () => {
    await write("9001_extra.sql", "create schema extra; create table extra.one (id integer);");
    const [first, second] = await Promise.all([migrate(db.url, folder), migrate(db.url, folder)]);
    expect([...first, ...second]).toEqual(["9001_extra.sql"]);
    expect(await tables()).toEqual([{ tablename: "one" }]);
  });

  it("applies a file whole or not at all, and keeps the files before it", async () => {
    await write("9002_good.sql", "create table extra.two (id integer);");
    await write("9003_bad.sql", "create table extra.three (id integer); select 1 / 0;");
    await expect(migrate(db.url, folder)).rejects.toThrow("The migration 9003_bad.sql failed.");
    expect(await tables()).toEqual([{ tablename: "one" }, { tablename: "two" }]);
    await rm(join(folder, "9003_bad.sql"));
  });

  it("refuses a file that was edited after it was applied", async () => {
    await write("9002_good.sql", "create table extra.two (id bigint);");
    await expect(migrate(db.url, folder)).rejects.toThrow("9002_good.sql was edited");
  });

  it("refuses a database that is newer than the program", async () => {
    await rm(join(folder, "9002_good.sql"));
    await expect(migrate(db.url, folder)).rejects.toThrow("newer than this program: 9002_good.sql");
  });

  it("reads only files that are named like migrations, in order", async () => {
    await write("readme.md", "not sql");
    await write("12_short.sql", "select 1");
    const names = await migrationNames(folder);
    expect(names).toEqual([...names].sort());
    expect(names).not.toContain("readme.md");
    expect(names).not.toContain("12_short.sql");
  });
});
