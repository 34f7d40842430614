import { type Instant, toIso } from "../../../kernel/time.ts";
import type { Db } from "../case-store.ts";
import type { CaseClock } from "../domain/case-state.ts";
import type { CaseStatus } from "../domain/case-status.ts";
import type { OpenStepCursor } from "./open-steps.query.ts";

/** What both verdicts on a case are made from. No personal data. */
export type VerdictRow = {
  readonly caseId: string;
  readonly decidingUnitId: number;
  /** Field of the procedure, as the catalogue names it. */
  readonly field: string;
  readonly status: CaseStatus;
  readonly receivedAt: Instant;
  readonly finishedAt: Instant | null;
  readonly returnedAt: Instant | null;
  /** Apologised for, with a new date. */
  readonly redated: boolean;
  /** Filed online and accepted later than the rule asks. */
  readonly acceptedLate: boolean;
  readonly supplements: number;
  readonly clock: CaseClock;
  readonly waits: readonly WaitRow[];
};

/** A time in which papers were awaited. */
type WaitRow = {
  readonly from: Instant;
  /** When the papers came or the case ended without them; null while they are awaited. */
  readonly to: Instant | null;
  /** The appointment was moved for it; a change of procedure counts again from the first day. */
  readonly carried: boolean;
};

const COLUMNS = `f.id as "caseId", f.deciding_unit_id as "decidingUnitId", f.field, f.status, f.finished_at as "finishedAt",
  f.received_at as "receivedAt", f.returned_at as "returnedAt", f.redated,
  f.state -> 'acceptance' ->> 'late' is not null as "acceptedLate", f.supplement_count as supplements, f.state -> 'clock' as clock,
  case when f.supplement_count = 0 then '[]'::jsonb else (
    select coalesce(jsonb_agg(jsonb_build_object('type', a.type, 'at', (extract(epoch from a.at) * 1000)::bigint)
      order by a.seq), '[]')
    from cases.action as a where a.case_id = f.id
      and a.type in ('supplement-requested', 'supplement-completed', 'supplement-lapsed', 'withdrawn', 'procedure-changed')
  ) end as marks`;

type Marks = readonly { readonly type: string; readonly at: Instant }[];
type Found = Omit<VerdictRow, "waits"> & { readonly marks: Marks };

/** What became of these cases. */
export async function verdictFacts(db: Db, caseIds: readonly string[]): Promise<VerdictRow[]> {
  const found = await db.query<Found>({
    name: "cases.verdict-facts",
    text: `select ${COLUMNS} from cases.case_file as f where f.id = any ($1::uuid[])`,
    values: [caseIds],
  });
  return found.rows.map(withWaits);
}

/** Kinds of action after which a case has ended, or has not any more. */
const ENDINGS = [
  "result-issued",
  "decided-by-silence",
  "group-completed",
  "result-recalled",
  "withdrawn",
  "stopped",
  "supplement-lapsed",
  "refused",
];

export type EndingCursor = { readonly at: Instant; readonly caseId: string; readonly seq: number };

/** One page of the actions that ended a case, or undid that, from a moment on, oldest first. */
export async function endingsSince(
  db: Db,
  from: Instant,
  page: { readonly after?: EndingCursor; readonly limit: number },
): Promise<EndingCursor[]> {
  const found = await db.query<EndingCursor>({
    name: "cases.endings-since",
    text: `select at, case_id as "caseId", seq from cases.action
      where at >= $1 and type = any ($2::text[]) and (at, case_id, seq) > ($3::timestamptz, $4::uuid, $5)
      order by at, case_id, seq limit $6`,
    values: [
      toIso(from),
      ENDINGS,
      page.after === undefined ? "-infinity" : toIso(page.after.at),
      page.after?.caseId ?? "00000000-0000-0000-0000-000000000000",
      page.after?.seq ?? 0,
      page.limit,
    ],
  });
  return found.rows;
}

/** One page of the open cases, once for each of their open steps, in the order of the queues' own index. */
export async function openVerdictFacts(
  db: Db,
  page: { readonly after?: OpenStepCursor; readonly limit: number },
): Promise<(VerdictRow & OpenStepCursor)[]> {
  const { after } = page;
  const found = await db.query<Found & OpenStepCursor>({
    name: "cases.open-verdict-facts",
    text: `select ${COLUMNS}, s.unit_id as "unitId", s.post_kind as post, s.queue_due as "queueDue", s.seq
      from cases.step as s join cases.case_file as f on f.id = s.case_id
      where s.closed_at is null
        and (s.unit_id, s.post_kind, s.queue_due, s.case_id, s.seq) > ($1, $2, $3::timestamptz, $4::uuid, $5)
      order by s.unit_id, s.post_kind, s.queue_due, s.case_id, s.seq limit $6`,
    values: [
      after?.unitId ?? 0,
      after?.post ?? "",
      after === undefined ? "-infinity" : toIso(after.queueDue),
      after?.caseId ?? "00000000-0000-0000-0000-000000000000",
      after?.seq ?? 0,
      page.limit,
    ],
  });
  return found.rows.map(withWaits);
}

function withWaits<Row extends Found>({
  marks,
  ...row
}: Row): Omit<Row, "marks"> & Pick<VerdictRow, "waits"> {
  let waits: WaitRow[] = [];
  for (const { type, at } of marks) {
    if (type === "supplement-requested") waits.push({ from: at, to: null, carried: false });
    else if (type === "procedure-changed") waits = waits.map((wait) => ({ ...wait, carried: false }));
    else {
      const carried = type === "supplement-completed";
      waits = waits.map((wait) => (wait.to === null ? { ...wait, to: at, carried } : wait));
    }
  }
  return { ...row, waits };
}
