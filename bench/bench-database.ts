import pg from "pg";
import { systemClock } from "../src/platform/clock.ts";
import { type Database, openDatabase } from "../src/platform/database.ts";
import { migrate } from "../src/platform/migrate.ts";
import { seedProvince } from "../src/seed/seed-province.ts";

/** A database of the bench: as the program sees it, and as its owner does. */
export type BenchDatabase = {
  readonly url: string;
  readonly database: Database;
  readonly owner: pg.Pool;
  close(): Promise<void>;
};

/** Opens, and makes where it is missing, a migrated and seeded database of this name on the server of `serverUrl`. */
export async function openBenchDatabase(
  serverUrl: string,
  name: string,
  options: { readonly anew: boolean },
): Promise<BenchDatabase> {
  const url = new URL(serverUrl);
  url.pathname = "/postgres";
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  if (options.anew) await client.query(`drop database if exists ${name} with (force)`);
  const found = await client.query("select 1 from pg_database where datname = $1", [name]);
  if (found.rowCount === 0) await client.query(`create database ${name}`);
  await client.end();
  url.pathname = `/${name}`;
  await migrate(url.href);
  const database = openDatabase(url.href, { asAppRole: true, max: 4 });
  const owner = new pg.Pool({ connectionString: url.href, max: 4 });
  await seedProvince({ database, clock: systemClock });
  const close = async () => {
    await Promise.all([database.close(), owner.end()]);
  };
  return { url: url.href, database, owner, close };
}

/** How many cases a database holds. */
export async function caseCount(owner: pg.Pool): Promise<number> {
  const found = await owner.query<{ n: number }>("select count(*) as n from cases.case_file");
  return found.rows[0]?.n ?? 0;
}
