import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { type Database, openDatabase } from "../../src/platform/database.ts";
import { asOwner, ensureTemplate, onDatabase, startTestServer } from "./test-server.ts";

/** A database of its own for a test file: the whole schema, and the seeded province. */
export type TestDatabase = {
  /** As the program sees it: under the app role. */
  readonly database: Database;
  /** As the owner, for looking at and preparing what the app role may not. */
  readonly ownerPool: pg.Pool;
  /** The owner's address. */
  readonly url: string;
  /** Ends the connections and removes the database. */
  close(): Promise<void>;
};

let server: Promise<{ readonly url: string; readonly template: string }> | undefined;

/** Clones the migrated and seeded template; takes some 50 ms. Call `close` in afterAll. */
export async function testDatabase(): Promise<TestDatabase> {
  const run = inject("testRun");
  server ??= startTestServer(run).then(async (url) => ({ url, template: await ensureTemplate(url) }));
  const { url: serverUrl, template } = await server;
  const name = `motcua_t${run.id}_${randomBytes(6).toString("hex")}`;
  await asOwner(serverUrl, (client) => client.query(`create database ${name} template ${template}`));
  const url = onDatabase(serverUrl, name);
  const database = openDatabase(url, { asAppRole: true, max: 8 });
  const ownerPool = new pg.Pool({ connectionString: url, max: 3 });
  ownerPool.on("error", () => {});
  const close = async () => {
    await Promise.all([database.close(), ownerPool.end()]);
    await asOwner(serverUrl, (client) => client.query(`drop database if exists ${name} with (force)`));
  };
  return { database, ownerPool, url, close };
}
