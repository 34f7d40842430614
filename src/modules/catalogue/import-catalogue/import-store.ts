import { toIso } from "../../../kernel/time.ts";
import type { Sql } from "../catalogue-store.ts";
import type { EntryKind } from "../domain/import-entry.ts";

/** One line of an import's account. */
export type ImportEntry = {
  readonly kind: EntryKind;
  readonly line?: number;
  readonly code?: string;
  readonly field?: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly reason?: string;
};

export type ImportCounts = {
  readonly lines: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly withdrawn: number;
  readonly broken: number;
  readonly doubtful: number;
};

/** Two imports at once would each withdraw what the other adds; the second waits for the first. */
const LOCK = 7_226_004;

/** Begins the account of an import inside the caller's transaction. */
export async function beginImport(
  sql: Sql,
  file: { readonly name: string; readonly sha256: string },
  at: number,
): Promise<number> {
  await sql.query("select pg_advisory_xact_lock($1)", [LOCK]);
  const begun = await sql.query<{ id: number }>(
    "insert into catalogue.import (file_name, file_sha256, started_at) values ($1, $2, $3) returning id",
    [file.name, file.sha256, toIso(at)],
  );
  const id = begun.rows[0]?.id;
  if (id === undefined) throw new Error("the import got no id");
  return id;
}

export async function endImport(sql: Sql, id: number, counts: ImportCounts, at: number): Promise<void> {
  await sql.query(
    `update catalogue.import set ended_at = $2, lines = $3, added = $4, changed = $5, unchanged = $6,
       withdrawn = $7, broken = $8, doubtful = $9 where id = $1`,
    [
      id,
      toIso(at),
      counts.lines,
      counts.added,
      counts.changed,
      counts.unchanged,
      counts.withdrawn,
      counts.broken,
      counts.doubtful,
    ],
  );
}

export async function insertEntries(
  sql: Sql,
  importId: number,
  entries: readonly ImportEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value));
  await sql.query({
    name: "catalogue.insert-entries",
    text: `insert into catalogue.import_entry (import_id, kind, line, procedure_code, field, before, after, reason)
           select $1, kind, line, code, field, before::jsonb, after::jsonb, reason
           from unnest($2::text[], $3::int[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
             as e(kind, line, code, field, before, after, reason)`,
    values: [
      importId,
      entries.map((entry) => entry.kind),
      entries.map((entry) => entry.line ?? null),
      entries.map((entry) => entry.code ?? null),
      entries.map((entry) => entry.field ?? null),
      entries.map((entry) => json(entry.before)),
      entries.map((entry) => json(entry.after)),
      entries.map((entry) => entry.reason ?? null),
    ],
  });
}

/** Active procedures of national origin that are not among these codes, and how many there are in all. */
export async function missingFrom(
  sql: Sql,
  codes: readonly string[],
): Promise<{ readonly missing: readonly string[]; readonly active: number }> {
  const found = await sql.query<{ missing: string[]; active: number }>(
    `select coalesce(array_agg(code order by code) filter (where code <> all($1)), '{}') as missing,
            count(*) as active
     from catalogue.procedure where origin = 'national' and state = 'active'`,
    [codes],
  );
  return found.rows[0] ?? { missing: [], active: 0 };
}

export async function withdraw(sql: Sql, codes: readonly string[], at: number): Promise<void> {
  await sql.query(
    "update catalogue.procedure set state = 'withdrawn', updated_at = $2 where code = any($1)",
    [codes, toIso(at)],
  );
}
