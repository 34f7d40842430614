import { toIso } from "../../../kernel/time.ts";
import type { OpenCaseFacts, OpenWork } from "../../organisation/index.ts";
import { actionBody, actionHash } from "../action-codec.ts";
import type { Db, LoadedCase } from "../case-store.ts";
import type { CaseAction, Doubt } from "../domain/case-action.ts";
import type { CaseState } from "../domain/case-state.ts";
import type { Handed } from "../domain/handed.ts";
import { caseFileRow, stepRows } from "../projection.ts";
import { SAVE_HANDED } from "./save-handed.sql.ts";

const FIRST_ID = "00000000-0000-0000-0000-000000000000";
const IDS_A_PAGE = 5000;
/** Small enough for other requests to get their turn between two pages of a preview. */
const CASES_A_PAGE = 1000;

/**
 * Open cases of which something lies in units that ended: those that have not followed this re-organisation yet, and
 * those where somebody who did not know of it opened work there since.
 */
const CANDIDATES = `
  select f.id from cases.case_file as f
  where f.id in (select case_id from cases.step where closed_at is null)
    and f.unit_ids && $1::int[] and f.id > $3::uuid
    and not exists (select 1 from cases.handed as h where h.reorganisation_id = $2 and h.case_id = f.id)
  union
  select s.case_id from cases.step as s
  where s.closed_at is null and s.unit_id = any ($1::int[]) and s.case_id > $3::uuid`;

/** Ids of the cases that must follow, in pages; memory stays the same however many there are. */
export async function* candidateIds(
  db: Db,
  endedIds: readonly number[],
  reorganisation: number,
): AsyncGenerator<readonly string[]> {
  for (let after = FIRST_ID; ; ) {
    const found = await db.query<{ id: string }>({
      text: `${CANDIDATES} order by id limit ${IDS_A_PAGE}`,
      values: [endedIds, reorganisation, after],
    });
    const ids = found.rows.map((row) => row.id);
    const last = ids.at(-1);
    if (last === undefined) return;
    yield ids;
    after = last;
  }
}

export async function countCandidates(
  db: Db,
  endedIds: readonly number[],
  reorganisation: number,
): Promise<number> {
  const found = await db.query<{ n: number }>({
    text: `select count(*)::int as n from (${CANDIDATES}) as candidate`,
    values: [endedIds, reorganisation, FIRST_ID],
  });
  return found.rows[0]?.n ?? 0;
}

/** A case with the one action by which it follows. */
export type HandedCase = {
  readonly before: LoadedCase;
  readonly action: CaseAction & { readonly data: Handed };
  readonly after: CaseState;
};

/**
 * Saves many cases that followed with one statement: actions, rows, steps and audit. Whoever was changed meanwhile is
 * left out with everything that belongs to it.
 * @returns the ids that were saved.
 */
export async function saveHanded(
  db: Db,
  reorganisation: number,
  cases: readonly HandedCase[],
): Promise<ReadonlySet<string>> {
  const files = cases.map(({ before, action, after }) => {
    const body = actionBody(action);
    const hash = actionHash(before.headHash, body);
    return { before: before.state, action, body, hash, row: caseFileRow(after, hash) };
  });
  const steps = cases.flatMap(({ before, action, after }) =>
    stepRows(before.state.open, [action], after).map((step) => ({ caseId: after.id, step })),
  );
  const saved = await db.query<{ id: string }>({
    name: "cases.handed.save",
    text: SAVE_HANDED,
    values: [
      files.map(({ row }) => row.id),
      files.map(({ before }) => before.version),
      files.map(({ hash }) => hash),
      files.map(({ row }) => row.state),
      files.map(({ action }) => toIso(action.at)),
      files.map(({ body }) => body),
      files.map(({ row }) => row.receiving_unit_id),
      files.map(({ row }) => row.deciding_unit_id),
      files.map(({ row }) => row.holder_unit_id),
      files.map(({ row }) => `{${row.unit_ids.join()}}`),
      files.map(({ before }) => before.decidingUnitId),
      files.map(({ action }) => action.data.unsure ?? null),
      steps.map(({ caseId }) => caseId),
      steps.map(({ step }) => step.seq),
      steps.map(({ step }) => step.unit_id),
      steps.map(({ step }) => step.officer_id),
      reorganisation,
    ],
  });
  return new Set(saved.rows.map((row) => row.id));
}

/** Open steps of these units by kind of work. */
export async function openWork(db: Db, unitIds: readonly number[]): Promise<readonly OpenWork[]> {
  const found = await db.query<OpenWork>({
    name: "cases.handed.open-work",
    text: `select unit_id as "unitId", work, count(*)::int as steps from cases.step
           where closed_at is null and unit_id = any ($1::int[]) group by 1, 2 order by 1, 2`,
    values: [unitIds],
  });
  return found.rows;
}

/** The open cases that these units decide or hold, in pages. */
export async function* openCases(
  db: Db,
  unitIds: readonly number[],
): AsyncGenerator<readonly OpenCaseFacts[]> {
  for (let after = FIRST_ID; ; ) {
    const found = await db.query<Omit<OpenCaseFacts, "address"> & { address: string | null }>({
      name: "cases.handed.open-cases",
      text: `select id as "caseId", code, deciding_unit_id as "decidingUnitId", holder_unit_id as "holderUnitId",
               state -> 'applicant' ->> 'address' as address
             from cases.case_file
             where id in (select case_id from cases.step where closed_at is null) and (deciding_unit_id = any ($1::int[]) or holder_unit_id = any ($1::int[]))
               and id > $2::uuid order by id limit ${CASES_A_PAGE}`,
      values: [unitIds, after],
    });
    const last = found.rows.at(-1);
    if (last === undefined) return;
    yield found.rows.map((row) => ({ ...row, address: row.address ?? undefined }));
    after = last.caseId;
  }
}

/** How many cases followed, each once, and how many still need a look. */
export async function followed(
  db: Db,
  reorganisation: number,
): Promise<{ readonly handed: number; readonly unsure: number }> {
  const found = await db.query<{ handed: number; unsure: number }>({
    name: "cases.handed.followed",
    text: `select count(*)::int as handed, count(*) filter (where last.unsure is not null)::int as unsure
           from (select distinct on (case_id) unsure from cases.handed where reorganisation_id = $1
                 order by case_id, seq desc) as last`,
    values: [reorganisation],
  });
  return found.rows[0] ?? { handed: 0, unsure: 0 };
}

/** A case that followed by a fallback and still lies where that put it. */
export type UnsureCase = {
  readonly caseId: string;
  readonly code: string;
  readonly procedureName: string;
  /** The unit of which it is not certain who took over, and where what it had lies now. */
  readonly fromUnitId: number;
  readonly unitId: number;
  /** Only steps of the case are in doubt, not who decides. */
  readonly isStep: boolean;
  readonly unsure: "part-unknown" | "residence-unknown";
  readonly version: number;
  readonly address: string | null;
};

/** Notes that a person sent a case on to another successor; belongs to the action of the same transaction. */
export async function noteHandedOn(
  db: Db,
  handed: {
    readonly caseId: string;
    readonly seq: number;
    readonly reorganisation: number;
    readonly fromUnitId: number;
    readonly toUnitId: number;
    readonly at: string;
    /** Of a further doubt about it. */
    readonly unsure: Doubt["why"] | undefined;
  },
): Promise<void> {
  await db.query(
    `insert into cases.handed (case_id, seq, reorganisation_id, from_unit_id, since, at, to_unit_id, unsure)
     select $1, $2, $3, $4, coalesce(max(at), '-infinity'), $6, $5, $7 from cases.handed where case_id = $1`,
    [
      ...[handed.caseId, handed.seq, handed.reorganisation, handed.fromUnitId, handed.toUnitId, handed.at],
      handed.unsure ?? null,
    ],
  );
}

/** One page of the cases that a person must look at, the longest received first. */
export async function unsureCases(
  db: Db,
  reorganisation: number,
  after: string,
  limit: number,
): Promise<readonly UnsureCase[]> {
  const found = await db.query<UnsureCase>({
    name: "cases.handed.unsure",
    text: `select h.case_id as "caseId", f.code, f.procedure_name as "procedureName", h.unsure,
             coalesce((f.state #> '{handed,doubts,0}' ->> 'from')::int, h.from_unit_id) as "fromUnitId",
             coalesce((f.state #> '{handed,doubts,0}' ->> 'to')::int, f.deciding_unit_id) as "unitId",
             f.state #> '{handed,doubts,0,steps}' is not null as "isStep", f.version, f.state -> 'applicant' ->> 'address' as address
           from cases.handed as h join cases.case_file as f on f.id = h.case_id
           where h.reorganisation_id = $1 and h.unsure is not null and h.case_id > $2::uuid
             and not exists (select 1 from cases.handed as later where later.case_id = h.case_id and later.seq > h.seq)
           order by h.case_id limit $3`,
    values: [reorganisation, after, limit],
  });
  return found.rows;
}
