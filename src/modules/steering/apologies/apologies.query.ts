import { DAY_MS, type Instant, type LocalDate, toIso } from "../../../kernel/time.ts";
import type { Db } from "../db.ts";

/** An apology that waits for a leader's signature. */
export type OpenApology = {
  readonly caseId: string;
  readonly caseCode: string;
  readonly procedureName: string;
  readonly unitId: number;
  readonly dueAt: Instant;
  readonly proposedDate: LocalDate;
};

/** One page of the open drafts of these units, the latest first. */
export async function openApologies(
  db: Db,
  unitIds: readonly number[],
  limit: number,
): Promise<OpenApology[]> {
  const found = await db.query<OpenApology>({
    name: "steering.open-apologies",
    text: `select case_id as "caseId", case_code as "caseCode", procedure_name as "procedureName", unit_id as "unitId",
        due_at as "dueAt", proposed_date as "proposedDate"
      from steering.apology_draft where state = 'open' and unit_id = any ($1::int[])
      order by due_at, case_id limit $2`,
    values: [unitIds, limit],
  });
  return found.rows;
}

/** The code of the case of a draft of these units, open or closed; undefined: none of theirs. */
export async function draftCode(
  db: Db,
  unitIds: readonly number[],
  caseId: string,
): Promise<string | undefined> {
  const found = await db.query<{ code: string }>({
    name: "steering.draft-code",
    text: `select case_code as code from steering.apology_draft where case_id = $1 and unit_id = any ($2::int[])`,
    values: [caseId, unitIds],
  });
  return found.rows[0]?.code;
}

/** An apology that was signed, or that nobody signed before the case ended late. */
export type ClosedApology = {
  readonly caseId: string;
  readonly caseCode: string;
  readonly procedureName: string;
  readonly dueAt: Instant;
  readonly closedAt: Instant;
  readonly actionSeq: number | null;
};

const SHOWN_MS = 14 * DAY_MS;

/** What these units signed, or let lapse, within the last two weeks, newest first. */
export async function closedApologies(
  db: Db,
  state: "signed" | "lapsed",
  unitIds: readonly number[],
  now: Instant,
  limit: number,
): Promise<ClosedApology[]> {
  const found = await db.query<ClosedApology>({
    name: `steering.${state}-apologies`,
    text: `select case_id as "caseId", case_code as "caseCode", procedure_name as "procedureName",
        due_at as "dueAt", closed_at as "closedAt", action_seq as "actionSeq"
      from steering.apology_draft
      where state = '${state}' and unit_id = any ($1::int[]) and closed_at > $2
      order by closed_at desc limit $3`,
    values: [unitIds, toIso(now - SHOWN_MS), limit],
  });
  return found.rows;
}
