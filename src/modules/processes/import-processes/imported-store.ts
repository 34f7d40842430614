import { type Instant, toIso } from "../../../kernel/time.ts";
import type { TimeLimit } from "../../../kernel/time-limit.ts";
import type { ProcessStep, ProcessTerms } from "../domain/process.ts";
import type { Sql } from "../process-store.ts";
import type { ImportNote } from "./decision-record.ts";
import type { ImportedProcess } from "./read-record.ts";

/** A process of a decision that waits to become the draft of a procedure. */
export type KeptProcess = {
  readonly id: number;
  readonly decision: string;
  readonly article: string;
  readonly part: number;
  readonly title: string;
  readonly steps: readonly ProcessStep[];
  readonly terms: ProcessTerms;
  readonly limit: TimeLimit | null;
  readonly budgetsRead: number;
  readonly notes: readonly ImportNote[];
  readonly procedureCode: string | null;
};

const COLUMNS = `id, decision, article, part, title, steps, terms, time_limit as "limit", budgets_read as "budgetsRead",
  notes, procedure_code as "procedureCode"`;

/** Writes the processes of a decision; those that became drafts stay as they are. Gives how many were written. */
export async function keepImported(
  sql: Sql,
  decision: string,
  processes: readonly ImportedProcess[],
  by: { readonly at: Instant; readonly officerId: number | undefined },
): Promise<number> {
  const rows = processes.map(({ limit, level, faults: _, budgetsRead, ...one }) => ({
    ...one,
    level: level ?? null,
    time_limit: limit ?? null,
    budgets_read: budgetsRead,
  }));
  const kept = await sql.query(
    `insert into processes.imported (decision, article, part, title, level, steps, terms, time_limit, budgets_read, notes,
       imported_at, imported_by)
     select $1, given.article, given.part, given.title, given.level, given.steps, given.terms, given.time_limit,
       given.budgets_read, given.notes, $3, $4
     from jsonb_to_recordset($2::jsonb) as given (article text, part integer, title text, level text, steps jsonb,
       terms jsonb, time_limit jsonb, budgets_read integer, notes jsonb)
     on conflict (decision, article, part) do update set title = excluded.title, level = excluded.level,
       steps = excluded.steps, terms = excluded.terms, time_limit = excluded.time_limit,
       budgets_read = excluded.budgets_read, notes = excluded.notes, imported_at = excluded.imported_at,
       imported_by = excluded.imported_by
     where processes.imported.procedure_code is null`,
    [decision, JSON.stringify(rows), toIso(by.at), by.officerId ?? null],
  );
  return kept.rowCount ?? 0;
}

/** One page of what was imported, newest decision first, in the order of its articles. */
export async function listImported(db: Sql, after: number, limit: number): Promise<readonly KeptProcess[]> {
  const found = await db.query<KeptProcess>(
    `select ${COLUMNS} from processes.imported where id > $1 order by id limit $2`,
    [after, limit],
  );
  return found.rows;
}

export async function findImported(sql: Sql, id: number): Promise<KeptProcess | undefined> {
  const found = await sql.query<KeptProcess>(
    `select ${COLUMNS} from processes.imported where id = $1 for update`,
    [id],
  );
  return found.rows[0];
}

/** What became the draft of a procedure; of several decisions the one read last. */
export async function findImportedFor(db: Sql, procedureCode: string): Promise<KeptProcess | undefined> {
  const found = await db.query<KeptProcess>(
    `select ${COLUMNS} from processes.imported where procedure_code = $1 order by id desc limit 1`,
    [procedureCode],
  );
  return found.rows[0];
}

export async function markDrafted(sql: Sql, id: number, procedureCode: string): Promise<void> {
  await sql.query("update processes.imported set procedure_code = $2 where id = $1", [id, procedureCode]);
}
