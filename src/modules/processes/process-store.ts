import type { PoolClient } from "pg";
import { type Instant, type LocalDate, toIso } from "../../kernel/time.ts";
import type { Database } from "../../platform/database.ts";
import type { ProcessDefinition, ProcessStep, ProcessTerms } from "./domain/process.ts";

/** A client inside the caller's transaction. */
export type Sql = Pick<PoolClient, "query">;

/** A published process as it is stored. */
export type StoredProcess = { readonly id: number; readonly definition: ProcessDefinition };

type Row = {
  id: number;
  procedure_code: string;
  variant_code: string;
  version: number;
  steps: readonly ProcessStep[];
  terms: ProcessTerms | null;
};

const COLUMNS = "id, procedure_code, variant_code, version, steps, terms";

export async function selectProcess(database: Database, id: number): Promise<StoredProcess | undefined> {
  const found = await database.pool.query<Row>({
    name: "processes.by-id",
    text: `select ${COLUMNS} from processes.process where id = $1`,
    values: [id],
  });
  return stored(found.rows[0]);
}

/** The process in force on a day: the variant's own, else that of the whole procedure. */
export async function selectInForce(
  db: Sql,
  procedureCode: string,
  variantCode: string,
  on: LocalDate,
): Promise<StoredProcess | undefined> {
  const found = await db.query<Row>({
    name: "processes.in-force",
    text: `select ${COLUMNS} from processes.process
           where procedure_code = $1 and variant_code in ('', $2)
             and valid_from <= $3 and (valid_to is null or valid_to > $3)
           order by variant_code = $2 desc, version desc limit 1`,
    values: [procedureCode, variantCode, on],
  });
  return stored(found.rows[0]);
}

export async function selectWithSilence(database: Database): Promise<readonly StoredProcess[]> {
  const found = await database.pool.query<Row>({
    name: "processes.with-silence",
    text: `select ${COLUMNS} from processes.process where terms ? 'whenSilent' order by id`,
  });
  return found.rows.flatMap((row) => stored(row) ?? []);
}

/** What silence means by the processes in force on a day, by variant code; "" for the whole procedure. */
export async function selectSilences(
  database: Database,
  procedureCode: string,
  on: LocalDate,
): Promise<ReadonlyMap<string, ProcessTerms["whenSilent"]>> {
  const found = await database.pool.query<{ variant: string; silence: ProcessTerms["whenSilent"] | null }>({
    name: "processes.silences",
    text: `select variant_code as variant, terms -> 'whenSilent' as silence from processes.process
           where procedure_code = $1 and valid_from <= $2 and (valid_to is null or valid_to > $2) order by version`,
    values: [procedureCode, on],
  });
  return new Map(found.rows.map(({ variant, silence }) => [variant, silence ?? undefined]));
}

/** The newest version of exactly this procedure and variant. */
export async function selectNewest(
  sql: Sql,
  procedureCode: string,
  variantCode: string,
): Promise<ProcessVersion | undefined> {
  const found = await sql.query<VersionRow>({
    name: "processes.newest",
    text: `select ${VERSION_COLUMNS} from processes.process where procedure_code = $1 and variant_code = $2
           order by version desc limit 1`,
    values: [procedureCode, variantCode],
  });
  return found.rows.map(version)[0];
}

/** What a new draft begins from: the newest version, else what the procedure or variant goes by on a day. */
export async function selectBase(
  sql: Sql,
  procedureCode: string,
  variantCode: string,
  on: LocalDate,
): Promise<StoredProcess | undefined> {
  return (
    (await selectNewest(sql, procedureCode, variantCode)) ??
    selectInForce(sql, procedureCode, variantCode, on)
  );
}

/** A published version with its standing. */
export type ProcessVersion = StoredProcess & {
  readonly procedureCode: string;
  /** "" for the whole procedure. */
  readonly variantCode: string;
  readonly validFrom: LocalDate;
  /** The day on which a later version begins. */
  readonly validTo: LocalDate | undefined;
  readonly publishedAt: Instant;
} & PublishedBy;

type VersionRow = Row & {
  valid_from: string;
  valid_to: string | null;
  published_at: number;
  decision: string | null;
  reason: string | null;
  published_by: number | null;
};

const VERSION_COLUMNS = `${COLUMNS}, valid_from,
  valid_to, published_at, decision, reason, published_by`;

/** A version by its id. */
export async function selectVersion(db: Sql, id: number): Promise<ProcessVersion | undefined> {
  const found = await db.query<VersionRow>({
    name: "processes.version",
    text: `select ${VERSION_COLUMNS} from processes.process where id = $1`,
    values: [id],
  });
  return found.rows.map(version)[0];
}

/** Every version of exactly this procedure and variant, newest first. */
export async function selectVersions(
  db: Sql,
  procedureCode: string,
  variantCode: string,
): Promise<readonly ProcessVersion[]> {
  const found = await db.query<VersionRow>({
    name: "processes.versions",
    text: `select ${VERSION_COLUMNS} from processes.process where procedure_code = $1 and variant_code = $2
           order by version desc`,
    values: [procedureCode, variantCode],
  });
  return found.rows.map(version);
}

/**
 * Every version by which cases of this procedure or variant may run, newest first: a variant goes by the process of the
 * whole procedure until it has its own, and its cases keep the version of their receipt.
 */
export async function selectRunBy(
  db: Sql,
  procedureCode: string,
  variantCode: string,
): Promise<readonly ProcessVersion[]> {
  const own = await selectVersions(db, procedureCode, variantCode);
  return variantCode === "" ? own : [...own, ...(await selectVersions(db, procedureCode, ""))];
}

function version(row: VersionRow): ProcessVersion {
  return {
    ...storedOf(row),
    procedureCode: row.procedure_code,
    variantCode: row.variant_code,
    validFrom: row.valid_from,
    validTo: row.valid_to ?? undefined,
    publishedAt: row.published_at,
    decision: row.decision ?? undefined,
    reason: row.reason ?? undefined,
    publishedBy: row.published_by ?? undefined,
  };
}

export type ProcessRow = {
  readonly procedureCode: string;
  readonly variantCode: string;
  readonly version: number;
  readonly steps: readonly ProcessStep[];
  readonly terms?: ProcessTerms | undefined;
  readonly validFrom: LocalDate;
  readonly publishedAt: Instant;
} & PublishedBy;

/** By which decision a version was published, why and by whom; absent for what came with the program. */
export type PublishedBy = {
  readonly decision?: string | undefined;
  readonly reason?: string | undefined;
  readonly publishedBy?: number | undefined;
};

/** Writes the days on which versions end, by their ids. */
export async function endVersions(sql: Sql, ends: ReadonlyMap<number, LocalDate>): Promise<void> {
  if (ends.size === 0) return;
  await sql.query({
    name: "processes.end",
    text: `update processes.process as p set valid_to = e.valid_to
           from unnest($1::int[], $2::date[]) as e (id, valid_to) where p.id = e.id`,
    values: [[...ends.keys()], [...ends.values()]],
  });
}

/** Writes a version; its number within procedure and variant is the caller's, whose transaction holds the others. */
export async function insertVersion(sql: Sql, row: ProcessRow): Promise<number> {
  const inserted = await sql.query<{ id: number }>({
    name: "processes.insert",
    text: `insert into processes.process (procedure_code, variant_code, version, steps, terms, valid_from, published_at,
             decision, reason, published_by)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id`,
    values: [
      row.procedureCode,
      row.variantCode,
      row.version,
      JSON.stringify(row.steps),
      row.terms === undefined ? null : JSON.stringify(row.terms),
      row.validFrom,
      toIso(row.publishedAt),
      row.decision ?? null,
      row.reason ?? null,
      row.publishedBy ?? null,
    ],
  });
  const id = inserted.rows[0]?.id;
  if (id === undefined) throw new Error(`process of ${row.procedureCode} was not written`);
  return id;
}

function stored(row: Row | undefined): StoredProcess | undefined {
  return row === undefined ? undefined : storedOf(row);
}

function storedOf(row: Row): StoredProcess {
  const code = row.variant_code === "" ? row.procedure_code : row.variant_code;
  const terms = row.terms === null ? {} : { terms: row.terms };
  return { id: row.id, definition: { code, version: row.version, steps: row.steps, ...terms } };
}
