import { type Instant, toIso } from "../../kernel/time.ts";
import type { DraftStep, ProcessTerms } from "./domain/process.ts";
import type { Sql } from "./process-store.ts";

/** What a person may change of a process. */
export type DraftContent = {
  readonly steps: readonly DraftStep[];
  readonly terms?: ProcessTerms | undefined;
};

/** A process that is being edited; at most one for a procedure or variant. */
export type ProcessDraft = DraftContent & {
  readonly id: number;
  readonly procedureCode: string;
  /** "" for the whole procedure. */
  readonly variantCode: string;
  /** Counts changes from 1. */
  readonly version: number;
  /** Id of the published version it began from. */
  readonly basedOn: number | undefined;
  readonly begunAt: Instant;
  readonly begunBy: number | undefined;
  readonly changedAt: Instant;
  readonly changedBy: number | undefined;
};

type Row = {
  id: number;
  procedure_code: string;
  variant_code: string;
  version: number;
  based_on: number | null;
  steps: readonly DraftStep[];
  terms: ProcessTerms | null;
  begun_at: number;
  begun_by: number | null;
  changed_at: number;
  changed_by: number | null;
};

const COLUMNS = `id, procedure_code, variant_code, version, based_on, steps, terms, begun_at, begun_by, changed_at,
  changed_by`;

export async function findDraft(
  db: Sql,
  id: number,
  options: { readonly lock?: boolean } = {},
): Promise<ProcessDraft | undefined> {
  const lock = options.lock === true ? " for update" : "";
  const found = await db.query<Row>(`select ${COLUMNS} from processes.draft where id = $1${lock}`, [id]);
  return draftOf(found.rows[0]);
}

/** The open draft of exactly this procedure and variant. */
export async function findDraftOf(
  db: Sql,
  procedureCode: string,
  variantCode: string,
): Promise<ProcessDraft | undefined> {
  const found = await db.query<Row>(
    `select ${COLUMNS} from processes.draft where procedure_code = $1 and variant_code = $2`,
    [procedureCode, variantCode],
  );
  return draftOf(found.rows[0]);
}

export type NewDraft = DraftContent & {
  readonly procedureCode: string;
  readonly variantCode: string;
  readonly basedOn: number | undefined;
  readonly faults: number;
  readonly at: Instant;
  readonly by: number | undefined;
};

/** The id of the new draft; undefined where one is open already. */
export async function insertDraft(sql: Sql, draft: NewDraft): Promise<number | undefined> {
  const made = await sql.query<{ id: number }>(
    `insert into processes.draft (procedure_code, variant_code, based_on, steps, terms, fault_count, begun_at, begun_by,
       changed_at, changed_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $7, $8)
     on conflict (procedure_code, variant_code) do nothing returning id`,
    [
      draft.procedureCode,
      draft.variantCode,
      draft.basedOn ?? null,
      JSON.stringify(draft.steps),
      draft.terms === undefined ? null : JSON.stringify(draft.terms),
      draft.faults,
      toIso(draft.at),
      draft.by ?? null,
    ],
  );
  return made.rows[0]?.id;
}

/** Whether the draft still had the version that was seen. */
export async function updateDraft(
  sql: Sql,
  draft: Pick<ProcessDraft, "id" | "version">,
  content: DraftContent & { readonly faults: number; readonly at: Instant; readonly by: number | undefined },
): Promise<boolean> {
  const changed = await sql.query(
    `update processes.draft set version = version + 1, steps = $3, terms = $4, fault_count = $5, changed_at = $6,
       changed_by = $7 where id = $1 and version = $2`,
    [
      draft.id,
      draft.version,
      JSON.stringify(content.steps),
      content.terms === undefined ? null : JSON.stringify(content.terms),
      content.faults,
      toIso(content.at),
      content.by ?? null,
    ],
  );
  return changed.rowCount === 1;
}

/** Whether there was one in this version. */
export async function deleteDraft(
  sql: Sql,
  { id, version }: Pick<ProcessDraft, "id" | "version">,
): Promise<boolean> {
  const gone = await sql.query("delete from processes.draft where id = $1 and version = $2", [id, version]);
  return gone.rowCount === 1;
}

function draftOf(row: Row | undefined): ProcessDraft | undefined {
  if (row === undefined) return undefined;
  return {
    id: row.id,
    procedureCode: row.procedure_code,
    variantCode: row.variant_code,
    version: row.version,
    basedOn: row.based_on ?? undefined,
    steps: row.steps,
    ...(row.terms === null ? {} : { terms: row.terms }),
    begunAt: row.begun_at,
    begunBy: row.begun_by ?? undefined,
    changedAt: row.changed_at,
    changedBy: row.changed_by ?? undefined,
  };
}
