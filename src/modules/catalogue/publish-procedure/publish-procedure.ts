import { isDeepStrictEqual } from "node:util";
import { type Instant, toIso } from "../../../kernel/time.ts";
import {
  type Origin,
  type Sql,
  type StoredProcedure,
  storedProceduresForUpdate,
} from "../catalogue-store.ts";
import { overriddenReceivable, withOverrides } from "../domain/local-override.ts";
import type { ProcedureContent } from "../domain/procedure.ts";
import { searchColumns } from "../domain/search-columns.ts";
import { insertVersions, type PublishedRow, upsertProcedures } from "./publish-store.ts";

export type PublishOptions = {
  /** Where the procedure comes from; kept as it was when the procedure is already known. */
  readonly origin: Origin;
  readonly at: Instant;
  /** Whether a desk of the province takes it in; absent: as before, and no for a new one. */
  readonly receivable?: boolean;
  readonly importId?: number;
};

/** One procedure to publish; `national` is what the national database says, where that is the source. */
export type Publication = { readonly content: ProcedureContent; readonly national?: ProcedureContent };

export type Published = {
  readonly id: number;
  readonly version: number;
  readonly outcome: "new" | "changed" | "unchanged";
};

/**
 * Publishes a procedure under its code. A new version is written only where the content differs from the version in
 * force; earlier versions stay for ever, since a case is judged by the version of its day. The province's local overrides
 * are laid over the content. A withdrawn procedure becomes active again.
 * @param sql a client inside the caller's transaction.
 */
export async function publishProcedure(
  sql: Sql,
  content: ProcedureContent,
  options: PublishOptions,
): Promise<Published> {
  const published = (await publishProcedures(sql, [{ content }], options)).get(content.code);
  if (published === undefined) throw new Error(`procedure ${content.code} was not published`);
  return published;
}

/** Publishes many in a few statements; the codes must differ. The answer has every code. */
export async function publishProcedures(
  sql: Sql,
  publications: readonly Publication[],
  options: PublishOptions,
  known?: ReadonlyMap<string, StoredProcedure>,
): Promise<ReadonlyMap<string, Published>> {
  const codes = publications.map((publication) => publication.content.code);
  const stored = known ?? (await storedProceduresForUpdate(sql, codes));
  const rows = publications.map((publication) =>
    rowOf(publication, stored.get(publication.content.code), options),
  );
  const ids = await upsertProcedures(
    sql,
    rows.filter((row) => row.touched),
    toIso(options.at),
  );
  const answer = new Map<string, Published>();
  for (const row of rows) {
    const id = ids.get(row.code) ?? stored.get(row.code)?.id;
    if (id === undefined) throw new Error(`procedure ${row.code} has no row`);
    answer.set(row.code, { id, version: row.version, outcome: row.outcome });
  }
  const changed = rows.filter((row) => row.outcome !== "unchanged");
  await insertVersions(sql, changed, ids, { at: toIso(options.at), importId: options.importId });
  return answer;
}

function rowOf(
  publication: Publication,
  stored: StoredProcedure | undefined,
  options: PublishOptions,
): PublishedRow {
  const base = plain(publication.content);
  const overrides = stored?.overrides ?? [];
  const content = withOverrides(base, overrides);
  const national = publication.national === undefined ? stored?.national : plain(publication.national);
  const receivable = overriddenReceivable(overrides) ?? options.receivable ?? stored?.receivable ?? false;
  const same =
    stored !== undefined &&
    isDeepStrictEqual(content, stored.content) &&
    isDeepStrictEqual(base, stored.base) &&
    isDeepStrictEqual(national, stored.national);
  return {
    code: base.code,
    version: stored === undefined ? 1 : same ? stored.version : stored.version + 1,
    outcome: stored === undefined ? "new" : same ? "unchanged" : "changed",
    touched: !same || stored.state !== "active" || stored.receivable !== receivable,
    origin: stored?.origin ?? options.origin,
    receivable,
    content,
    base: overrides.length === 0 ? undefined : base,
    national,
    search: searchColumns(content),
  };
}

/** As it will come back from the database: absent where undefined. */
const plain = (content: ProcedureContent): ProcedureContent =>
  JSON.parse(JSON.stringify(content)) as ProcedureContent;
