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

/** What became of a draft that is open no more. */
export type EndedDraft = {
  readonly id: number;
  readonly procedureCode: string;
  readonly variantCode: string;
  /** Id of the version it was published as; undefined: it was discarded. */
  readonly processId: number | undefined;
  readonly endedAt: Instant;
  readonly endedBy: number | undefined;
};

/** Takes a draft away and keeps what became of it; false where it no longer has this version. */
export async function endDraft(
  sql: Sql,
  { id, version }: Pick<ProcessDraft, "id" | "version">,
  {
    processId,
    at,
    by,
  }: { readonly processId?: number; readonly at: Instant; readonly by: number | undefined },
): Promise<boolean> {
  const ended = await sql.query(
    `with gone as (
       delete from processes.draft where id = $1 and version = $2 returning id, procedure_code, variant_code
     )
     insert into processes.ended_draft (draft_id, procedure_code, variant_code, process_id, ended_at, ended_by)
     select id, procedure_code, variant_code, $3, $4, $5 from gone`,
    [id, version, processId ?? null, toIso(at), by ?? null],
  );
  return ended.rowCount === 1;
}

/** What became of the draft of an id; undefined where it is open, never was, or ended before this was kept. */
export async function findEndedDraft(db: Sql, id: number): Promise<EndedDraft | undefined> {
  const found = await db.query<EndedRow>(
    `select draft_id, procedure_code, variant_code, process_id, ended_at, ended_by
     from processes.ended_draft where draft_id = $1`,
    [id],
  );
  const [row] = found.rows;
  return (
    row && {
      id: row.draft_id,
      procedureCode: row.procedure_code,
      variantCode: row.variant_code,
      processId: row.process_id ?? undefined,
      endedAt: row.ended_at,
      endedBy: row.ended_by ?? undefined,
    }
  );
}

type EndedRow = {
  draft_id: number;
  procedure_code: string;
  variant_code: string;
  process_id: number | null;
  ended_at: number;
  ended_by: number | null;
};

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
