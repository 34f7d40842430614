import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { runMigrations } from "graphile-worker";
import pg from "pg";
import { APP_ROLE } from "./database.ts";

const FOLDER = join(import.meta.dirname, "../../db/migrations");
/** Any number; two processes that start at once must agree on it. */
const LOCK = 7_226_001;

/**
 * Brings the database to the newest schema: each file of db/migrations once, in order, each in one transaction.
 * A lock lets only one process migrate. An already applied file that was edited is an error, as is a database
 * that is newer than this program.
 * @returns the names of the files applied now.
 */
export async function migrate(ownerUrl: string, folder: string = FOLDER): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    await client.query(`create table if not exists public.schema_migration (
      name text primary key, checksum text not null, applied_at timestamptz not null default now())`);
    const applied = new Map<string, string>();
    const known = await client.query<{ name: string; checksum: string }>(
      "select name, checksum from public.schema_migration",
    );
    for (const row of known.rows) applied.set(row.name, row.checksum);

    await runMigrations({ connectionString: ownerUrl });
    const files = await migrationNames(folder);
    const unknown = [...applied.keys()].filter((name) => !files.includes(name));
    if (unknown.length > 0) throw new Error(`The database is newer than this program: ${unknown.join(", ")}`);

    const done: string[] = [];
    for (const name of files) {
      const sql = await readFile(join(folder, name), "utf8");
      const checksum = createHash("sha256").update(sql).digest("hex");
      const before = applied.get(name);
      if (before === checksum) continue;
      if (before !== undefined)
        throw new Error(`The applied migration ${name} was edited; write a new file instead.`);
      await applyOne(client, name, sql, checksum);
      done.push(name);
    }
    await grantJobTables(client);
    return done;
  } finally {
    await client.end();
  }
}

/** The migrations this program knows, in order. */
export async function migrationNames(folder: string = FOLDER): Promise<string[]> {
  return (await readdir(folder)).filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name)).sort();
}

/**
 * The job tables are graphile-worker's own and guarded by row security: the app role is let in anew after each
 * upgrade of that package.
 */
async function grantJobTables(client: pg.Client): Promise<void> {
  await client.query(`
    do $$
    declare guarded regclass;
    begin
      grant usage on schema graphile_worker to ${APP_ROLE};
      grant select, insert, update, delete on all tables in schema graphile_worker to ${APP_ROLE};
      grant usage, select on all sequences in schema graphile_worker to ${APP_ROLE};
      grant execute on all functions in schema graphile_worker to ${APP_ROLE};
      for guarded in
        select c.oid::regclass from pg_class c
        where c.relnamespace = 'graphile_worker'::regnamespace and c.relkind = 'r' and c.relrowsecurity
          and not exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = '${APP_ROLE}')
      loop
        execute format('create policy ${APP_ROLE} on %s to ${APP_ROLE} using (true) with check (true)', guarded);
      end loop;
    end $$`);
}

async function applyOne(client: pg.Client, name: string, sql: string, checksum: string): Promise<void> {
  await client.query("begin");
  try {
    await client.query(sql);
    await client.query("insert into public.schema_migration (name, checksum) values ($1, $2)", [
      name,
      checksum,
    ]);
    await client.query("commit");
  } catch (cause) {
    await client.query("rollback");
    throw new Error(`The migration ${name} failed.`, { cause });
  }
}
