import { type Instant, toIso } from "../../../kernel/time.ts";
import type { Db } from "../case-store.ts";
import type { OpenStep } from "../domain/case-state.ts";
import { urgedAt } from "../urge/urged-at.sql.ts";

/** Where a walk over the open steps stands: the order of the queues' own index. */
export type OpenStepCursor = {
  readonly unitId: number;
  readonly post: string;
  readonly queueDue: Instant;
  readonly caseId: string;
  readonly seq: number;
};

/** Work that an officer owes: its time runs, or it was urged. */
export type OpenStepRow = {
  readonly caseId: string;
  readonly seq: number;
  readonly caseCode: string;
  readonly procedureName: string;
  readonly decidingUnitId: number;
  readonly work: OpenStep["work"];
  readonly unitId: number;
  readonly post: string;
  readonly officerId: number | null;
  readonly openedAt: Instant;
  readonly dueAt: Instant | null;
  /** The clock of the case stands still. */
  readonly paused: boolean;
  /** Working minutes that it was given; null: what lies between opening and due date. */
  readonly budgetMinutes: number | null;
  /** When the case waited for the applicant, or for what does not count, since the step was opened. */
  readonly waits: readonly { readonly from: Instant; readonly to: Instant }[];
  /** The urging that waits for an answer on it. */
  readonly urgedAt: Instant | null;
  readonly queueDue: Instant;
};

const NIL = "00000000-0000-0000-0000-000000000000";
const BEGINNING: OpenStepCursor = { unitId: 0, post: "", queueDue: 0, caseId: NIL, seq: 0 };

/**
 * One page of all open steps with a due time, in the order of the queue's index, hence flat as cases grow. Left out:
 * what waits for the applicant (supplements, payments, results to be fetched) and cases whose clock stands still, but
 * for a step that was urged: its holder must answer all the same.
 */
export async function openSteps(
  db: Db,
  page: { readonly after?: OpenStepCursor; readonly limit: number },
): Promise<OpenStepRow[]> {
  const { unitId, post, queueDue, caseId, seq } = page.after ?? BEGINNING;
  const found = await db.query<OpenStepRow>({
    name: "cases.open-steps",
    text: `select s.case_id as "caseId", s.seq, f.code as "caseCode", f.procedure_name as "procedureName",
        f.deciding_unit_id as "decidingUnitId", s.work, s.unit_id as "unitId", s.post_kind as post,
        s.officer_id as "officerId", s.opened_at as "openedAt", s.due_at as "dueAt", s.queue_due as "queueDue",
        s.paused, ${urgedAt("f.state", "s.seq")} as "urgedAt",
        (select coalesce(jsonb_agg(jsonb_build_object(
            'from', (extract(epoch from w.opened_at) * 1000)::bigint,
            'to', (extract(epoch from w.closed_at) * 1000)::bigint)), '[]')
         from cases.step as w
         where w.case_id = s.case_id and (w.work = 'await-payment' or w.uncounted is not null)
           and w.closed_at > s.opened_at) as waits,
        s.budget_minutes as "budgetMinutes"
      from cases.step as s join cases.case_file as f on f.id = s.case_id
      where s.closed_at is null
        and (s.unit_id, s.post_kind, s.queue_due, s.case_id, s.seq) > ($1, $2, $3::timestamptz, $4::uuid, $5)
        and s.work <> 'return'
        and (not s.paused and s.due_at is not null or ${urgedAt("f.state", "s.seq")} is not null)
      order by s.unit_id, s.post_kind, s.queue_due, s.case_id, s.seq
      limit $6`,
    values: [unitId, post, toIso(queueDue), caseId, seq, page.limit],
  });
  return found.rows;
}

/** A step by its case and number. */
export type StepKey = { readonly caseId: string; readonly seq: number };

/** A step that is open: who holds it, and the urging that waits for an answer on it. */
export type HeldOpenStep = StepKey & {
  readonly officerId: number | null;
  readonly urgedAt: Instant | null;
};

/** Of these steps those that are still open. */
export async function stillOpen(db: Db, keys: readonly StepKey[]): Promise<readonly HeldOpenStep[]> {
  const found = await db.query<HeldOpenStep>({
    name: "cases.still-open",
    text: `select s.case_id as "caseId", s.seq, s.officer_id as "officerId",
        ${urgedAt("f.state", "s.seq")} as "urgedAt"
      from unnest($1::uuid[], $2::int[]) as k (case_id, seq)
      join cases.step as s on s.case_id = k.case_id and s.seq = k.seq
      join cases.case_file as f on f.id = s.case_id
      where s.closed_at is null`,
    values: [keys.map((key) => key.caseId), keys.map((key) => key.seq)],
  });
  return found.rows;
}
