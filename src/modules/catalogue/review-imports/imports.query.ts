import type { Instant } from "../../../kernel/time.ts";
import type { Database } from "../../../platform/database.ts";
import type { EntryKind } from "../domain/import-entry.ts";
import type { ImportCounts } from "../import-catalogue/import-store.ts";

export type ImportRow = ImportCounts & {
  readonly id: number;
  readonly fileName: string;
  readonly startedAt: Instant;
};

const COLUMNS = `id, file_name as "fileName", started_at as "startedAt", lines, added, changed, unchanged, withdrawn,
  broken, doubtful`;

/** Imports, the latest first; `before` is the last id of the page before. */
export async function listImports(
  database: Database,
  before: number | undefined,
  limit: number,
): Promise<readonly ImportRow[]> {
  const found = await database.pool.query<ImportRow>(
    `select ${COLUMNS} from catalogue.import where $1::int is null or id < $1 order by id desc limit $2`,
    [before ?? null, limit],
  );
  return found.rows;
}

export async function findImport(database: Database, id: number): Promise<ImportRow | undefined> {
  const found = await database.pool.query<ImportRow>(
    `select ${COLUMNS} from catalogue.import where id = $1`,
    [id],
  );
  return found.rows[0];
}

export type EntryRow = {
  readonly id: number;
  readonly line: number | null;
  readonly code: string | null;
  readonly name: string | null;
  readonly field: string | null;
  readonly before: unknown;
  readonly after: unknown;
  readonly reason: string | null;
};

/** The entries of one kind in the order of the file; `after` is the last id of the page before. */
export async function listEntries(
  database: Database,
  of: { readonly importId: number; readonly kind: EntryKind; readonly after: number; readonly limit: number },
): Promise<readonly EntryRow[]> {
  const found = await database.pool.query<EntryRow>({
    name: "catalogue.import-entries",
    text: `select e.id, e.line, e.procedure_code as code, p.name, e.field, e.before, e.after, e.reason
           from catalogue.import_entry e left join catalogue.procedure p on p.code = e.procedure_code
           where e.import_id = $1 and e.kind = $2 and e.id > $3 order by e.id limit $4`,
    values: [of.importId, of.kind, of.after, of.limit],
  });
  return found.rows;
}

/** Every entry of an import in the order of the file, some hundreds at a time. */
export async function* importEntries(
  database: Database,
  importId: number,
): AsyncGenerator<Omit<EntryRow, "name"> & { readonly kind: EntryKind }> {
  for (let after = 0; ; ) {
    const found = await database.pool.query<Omit<EntryRow, "name"> & { kind: EntryKind }>(
      `select id, kind, line, procedure_code as code, field, before, after, reason from catalogue.import_entry
       where import_id = $1 and id > $2 order by id limit 500`,
      [importId, after],
    );
    yield* found.rows;
    const last = found.rows.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}
