import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { systemClock } from "../../src/platform/clock.ts";
import { openDatabase } from "../../src/platform/database.ts";
import { startEmbeddedPostgres } from "../../src/platform/embedded-postgres.ts";
import { migrate } from "../../src/platform/migrate.ts";
import { seedFingerprint } from "../../src/seed/seed-fingerprint.ts";
import { seedProvince } from "../../src/seed/seed-province.ts";

/** A run of the test suite: its main process, where the shared server lies, or the address of another server. */
export type TestRun = { readonly id: number; readonly folder: string; readonly url: string | undefined };

const TEMPLATE = "motcua_template_";
/** Any number; runs at the same time must agree on it. */
const LOCK = 7_226_003;
/** Losing a test database in a power cut costs nothing. */
const UNSAFE = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  max_connections: "300",
  shared_buffers: "128MB",
};

/** The owner's address of the server on which tests run. */
export async function startTestServer(run: TestRun): Promise<string> {
  if (run.url !== undefined) return run.url;
  const server = await startEmbeddedPostgres(run.folder, { settings: UNSAFE, user: run.id });
  return server.url;
}

/** The same server, another database. */
export function onDatabase(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

/** The name of the migrated and seeded template; made once for each state of migrations and seed. */
export async function ensureTemplate(serverUrl: string): Promise<string> {
  const name = `${TEMPLATE}${(await schemaFingerprint()).slice(0, 16)}`;
  await asOwner(serverUrl, async (client) => {
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    const found = await client.query("select 1 from pg_database where datname = $1 and datistemplate", [
      name,
    ]);
    if (found.rowCount === 1) return;
    await dropOldTemplates(client);
    await client.query(`create database ${name}`);
    const url = onDatabase(serverUrl, name);
    await migrate(url);
    const database = openDatabase(url, { asAppRole: true, max: 2 });
    await seedProvince({ database, clock: systemClock });
    await database.close();
    // Only a finished one is a template: an interrupted one is made again.
    await client.query(`alter database ${name} is_template true`);
  });
  return name;
}

/** Removes what tests of this run left behind, such as databases of a test that failed before it closed its own. */
export async function dropDatabasesOfRun(run: TestRun): Promise<void> {
  if (run.url === undefined && !existsSync(join(run.folder, "postgres.users", String(run.id)))) return;
  await asOwner(await startTestServer(run), (client) => dropMatching(client, `motcua_t${run.id}_%`));
}

/** Work with the server's own database, under the owner. */
export async function asOwner<T>(serverUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: onDatabase(serverUrl, "postgres") });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Earlier states of the seed; the three youngest stay, since runs that began before this one may still clone them. */
async function dropOldTemplates(client: pg.Client): Promise<void> {
  const found = await client.query<{ datname: string }>(
    `select datname from pg_database where datname like '${TEMPLATE.replaceAll("_", "\\_")}%' order by oid desc offset 3`,
  );
  for (const { datname } of found.rows) await dropMatching(client, datname);
}

async function dropMatching(client: pg.Client, pattern: string): Promise<void> {
  const found = await client.query<{ datname: string; datistemplate: boolean }>(
    "select datname, datistemplate from pg_database where datname like $1",
    [pattern.replaceAll("_", "\\_")],
  );
  for (const { datname, datistemplate } of found.rows) {
    if (datistemplate) await client.query(`alter database ${datname} is_template false`);
    await client.query(`drop database ${datname} with (force)`);
  }
}

async function schemaFingerprint(): Promise<string> {
  const folder = join(import.meta.dirname, "../../db/migrations");
  const hash = createHash("sha256").update(await seedFingerprint());
  for (const name of (await readdir(folder)).sort()) hash.update(await readFile(join(folder, name)));
  return hash.digest("hex");
}
