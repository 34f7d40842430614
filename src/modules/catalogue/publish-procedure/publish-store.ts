import type { Origin, Sql } from "../catalogue-store.ts";
import type { ProcedureContent } from "../domain/procedure.ts";
import { provinceOf } from "../domain/province-of.ts";
import type { SearchColumns } from "../domain/search-columns.ts";

/** A procedure ready to be written. */
export type PublishedRow = {
  readonly code: string;
  readonly version: number;
  readonly outcome: "new" | "changed" | "unchanged";
  /** The row of the procedure itself must be written, be it only for its state. */
  readonly touched: boolean;
  readonly origin: Origin;
  readonly receivable: boolean;
  readonly content: ProcedureContent;
  readonly base: ProcedureContent | undefined;
  readonly national: ProcedureContent | undefined;
  readonly search: SearchColumns;
};

/** Writes the rows of the procedures and gives the id of each code. */
export async function upsertProcedures(
  sql: Sql,
  rows: readonly PublishedRow[],
  at: string,
): Promise<ReadonlyMap<string, number>> {
  if (rows.length === 0) return new Map();
  const written = await sql.query<{ id: number; code: string }>({
    name: "catalogue.upsert-procedures",
    text: `insert into catalogue.procedure (code, version, state, origin, name, field, levels, province, receivable,
             search_name, search_words, search_vector, updated_at)
           select r.code, r.version, 'active', r.origin, r.name, r.field, r.levels, r.province, r.receivable, r.key, r.words,
             setweight(to_tsvector('simple', r.key), 'A') || setweight(to_tsvector('simple', r.words), 'A')
               || setweight(to_tsvector('simple', r.rest), 'D') || setweight(to_tsvector('simple', r.sound), 'D'), $2::timestamptz
           from jsonb_to_recordset($1::jsonb) as r(code text, version integer, origin text, name text, field text,
             levels text[], province text, receivable boolean, key text, words text, rest text, sound text)
           on conflict (code) do update set version = excluded.version, state = excluded.state, name = excluded.name,
             field = excluded.field, levels = excluded.levels, province = excluded.province, receivable = excluded.receivable,
             search_name = excluded.search_name, search_words = excluded.search_words,
             search_vector = excluded.search_vector, updated_at = excluded.updated_at
           returning id, code`,
    values: [JSON.stringify(rows.map(procedureColumns)), at],
  });
  return new Map(written.rows.map((row) => [row.code, row.id]));
}

function procedureColumns(row: PublishedRow) {
  const { code, version, origin, receivable, content, search } = row;
  const { name, field, levels, promulgator = "" } = content;
  return {
    code,
    version,
    origin,
    receivable,
    name,
    field,
    levels,
    province: provinceOf(promulgator) ?? null,
    key: search.name,
    words: search.words,
    rest: search.rest,
    sound: search.sound,
  };
}

/** Appends the versions; a version once written is never changed. */
export async function insertVersions(
  sql: Sql,
  rows: readonly PublishedRow[],
  ids: ReadonlyMap<string, number>,
  when: { readonly at: string; readonly importId: number | undefined },
): Promise<void> {
  if (rows.length === 0) return;
  await sql.query({
    name: "catalogue.insert-versions",
    text: `insert into catalogue.procedure_version (procedure_id, version, content, base, national, valid_from, import_id)
           select id, version, content::jsonb, base::jsonb, national::jsonb, $6::timestamptz, $7
           from unnest($1::int[], $2::int[], $3::text[], $4::text[], $5::text[]) as r(id, version, content, base, national)`,
    values: [
      rows.map((row) => ids.get(row.code)),
      rows.map((row) => row.version),
      rows.map((row) => JSON.stringify(row.content)),
      rows.map((row) => (row.base === undefined ? null : JSON.stringify(row.base))),
      rows.map((row) => (row.national === undefined ? null : JSON.stringify(row.national))),
      when.at,
      when.importId ?? null,
    ],
  });
}
