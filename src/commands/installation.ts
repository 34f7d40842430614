import pg from "pg";
import type { Config } from "../platform/config.ts";
import { type Database, openDatabase } from "../platform/database.ts";
import { startEmbeddedPostgres } from "../platform/embedded-postgres.ts";
import { migrate } from "../platform/migrate.ts";

/** A database that is ready for the program, and how to leave it. */
export type Installation = {
  readonly database: Database;
  /** The owner's address; absent where this process was given the app role's login alone. */
  readonly ownerUrl: string | undefined;
  readonly server: string;
  /** Names of the migrations applied now. */
  readonly migrated: readonly string[];
  close(): Promise<void>;
};

/** Called when a phase has ended, with a sentence about it. */
export type Report = (phase: "database" | "migrations", text: string) => void;

const OLDEST_SERVER = 15;

/**
 * Finds or starts the database and brings it to the newest schema. Without DATABASE_URL a PostgreSQL of our own runs
 * under the data folder; with APP_DATABASE_URL alone the schema is left to a process that is given the owner's login.
 */
export async function openInstallation(config: Config, report: Report = () => {}): Promise<Installation> {
  const isForeign = config.databaseUrl !== undefined || config.appDatabaseUrl !== undefined;
  const embedded = isForeign ? undefined : await startEmbeddedPostgres(config.dataDir);
  const ownerUrl = embedded?.url ?? config.databaseUrl;
  const url = config.appDatabaseUrl ?? ownerUrl;
  if (url === undefined) throw new Error("No database: give DATABASE_URL or leave it out altogether.");
  try {
    const version = await serverVersion(url);
    const server = `PostgreSQL ${version}${embedded === undefined ? "" : ` of its own in ${config.dataDir}`}`;
    report("database", server);
    const migrated = ownerUrl === undefined ? [] : await migrate(ownerUrl);
    report("migrations", migrated.length === 0 ? "nothing new" : `${migrated.length} applied`);
    const database = openDatabase(url, {
      asAppRole: config.appDatabaseUrl === undefined,
      max: config.databasePool,
    });
    const close = async () => {
      await database.close();
      await embedded?.stop();
    };
    return { database, ownerUrl, server, migrated, close };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

async function serverVersion(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    const found = await client.query<{ server_version: string }>("show server_version");
    const version = found.rows[0]?.server_version.split(" ")[0] ?? "";
    if (Number.parseInt(version, 10) < OLDEST_SERVER)
      throw new Error(`PostgreSQL ${version} is too old: ${OLDEST_SERVER} or newer is needed.`);
    return version;
  } catch (cause) {
    const { host } = new URL(url);
    throw new Error(`The database at ${host} cannot be used.`, { cause });
  } finally {
    await client.end().catch(() => {});
  }
}
