import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Database, openDatabase } from "../../../platform/database.ts";
import { startEmbeddedPostgres } from "../../../platform/embedded-postgres.ts";
import { migrate } from "../../../platform/migrate.ts";

export type CatalogueDatabase = { readonly database: Database; close(): Promise<void> };

/** A migrated, empty database of its own, under the app role. */
export async function catalogueDatabase(): Promise<CatalogueDatabase> {
  const folder = await mkdtemp(join(tmpdir(), "motcua-catalogue-"));
  const server = await startEmbeddedPostgres(folder);
  await migrate(server.url);
  const database = openDatabase(server.url, { asAppRole: true, max: 4 });
  return {
    database,
    close: async () => {
      await database.close();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
