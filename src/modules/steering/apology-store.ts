import { type Instant, type LocalDate, toIso } from "../../kernel/time.ts";
import type { Db } from "./db.ts";

/** An apology that a unit owes. */
export type ApologyDraft = {
  readonly caseId: string;
  readonly caseCode: string;
  readonly procedureName: string;
  readonly unitId: number;
  readonly dueAt: Instant;
  readonly proposedDate: LocalDate;
};

/**
 * Opens drafts, and those again that were dropped or lapsed; keeps open ones up to date with where the case lies. One that was
 * signed stays signed: an apology is made once. Answers the ids of the cases whose draft is new.
 */
export async function openDrafts(db: Db, drafts: readonly ApologyDraft[], at: Instant): Promise<string[]> {
  if (drafts.length === 0) return [];
  const known = await db.query<{ case_id: string }>({
    name: "steering.known-drafts",
    text: "select case_id from steering.apology_draft where state = 'open' and case_id = any ($1::uuid[])",
    values: [drafts.map((draft) => draft.caseId)],
  });
  const opened = await db.query<{ case_id: string }>({
    name: "steering.open-drafts",
    text: `insert into steering.apology_draft as old
        (case_id, case_code, procedure_name, unit_id, due_at, proposed_date, state, opened_at)
      select d.*, 'open', $7::timestamptz from unnest($1::uuid[], $2::text[], $3::text[], $4::int[], $5::timestamptz[],
        $6::date[]) as d
      on conflict (case_id) do update set state = 'open', unit_id = excluded.unit_id, due_at = excluded.due_at,
        proposed_date = excluded.proposed_date, closed_at = null,
        opened_at = case when old.state = 'open' then old.opened_at else excluded.opened_at end
      where old.state <> 'signed'
        and (old.state, old.unit_id, old.due_at, old.proposed_date)
          is distinct from ('open', excluded.unit_id, excluded.due_at, excluded.proposed_date)
      returning case_id`,
    values: [
      drafts.map((draft) => draft.caseId),
      drafts.map((draft) => draft.caseCode),
      drafts.map((draft) => draft.procedureName),
      drafts.map((draft) => draft.unitId),
      drafts.map((draft) => toIso(draft.dueAt)),
      drafts.map((draft) => draft.proposedDate),
      toIso(at),
    ],
  });
  const before = new Set(known.rows.map((row) => row.case_id));
  return opened.rows.map((row) => row.case_id).filter((id) => !before.has(id));
}

/** What became of an open draft. */
export type ClosedDraft = {
  readonly caseId: string;
  /** Lapsed: the case ended late and nobody had signed. */
  readonly state: "signed" | "dropped" | "lapsed";
  readonly actionSeq: number | null;
};

/** Closes drafts, and settles what was said about them. */
export async function closeDrafts(db: Db, closed: readonly ClosedDraft[], at: Instant): Promise<void> {
  if (closed.length === 0) return;
  await db.query({
    name: "steering.close-drafts",
    text: `with closed as (
        update steering.apology_draft as d
        set state = c.state, closed_at = $4, action_seq = c.action_seq
        from unnest($1::uuid[], $2::text[], $3::int[]) as c (case_id, state, action_seq)
        where d.case_id = c.case_id and d.state = 'open' returning d.case_id)
      update steering.notice as n set settled_at = $4
      from closed where n.case_id = closed.case_id and n.kind in ('apology', 'apology-due')
        and n.settled_at is null`,
    values: [
      closed.map((one) => one.caseId),
      closed.map((one) => one.state),
      closed.map((one) => one.actionSeq),
      toIso(at),
    ],
  });
}

/** Open drafts of all units, by case. */
export async function allOpenDrafts(db: Db, after: string, limit: number): Promise<string[]> {
  const found = await db.query<{ case_id: string }>({
    name: "steering.all-open-drafts",
    text: `select case_id from steering.apology_draft where state = 'open' and case_id > $1 order by case_id limit $2`,
    values: [after, limit],
  });
  return found.rows.map((row) => row.case_id);
}
