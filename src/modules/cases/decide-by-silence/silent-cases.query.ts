import { type Instant, toIso } from "../../../kernel/time.ts";
import type { Db } from "../case-store.ts";
import type { SilenceRule } from "../domain/silence.ts";

/** A process for whose cases a law makes silence an answer. */
export type SilentProcess = SilenceRule & { readonly processId: number };

/** A running case that silence will decide, or should have decided. */
export type SilentCase = {
  readonly caseId: string;
  readonly caseCode: string;
  readonly procedureName: string;
  readonly processId: number;
  readonly decidingUnitId: number;
  /** The appointment in force: after an apology the later of the lawful date and the new one. */
  readonly appointmentAt: Instant;
};

const NIL = "00000000-0000-0000-0000-000000000000";

/**
 * One page of the cases of these processes whose clock runs (states 2 and 4) and whose appointment passes before a
 * moment without a result, by id. Cases that stand still have no due time and are not among them.
 */
export async function silentCases(
  db: Db,
  processes: readonly SilentProcess[],
  page: { readonly before: Instant; readonly after?: string; readonly limit: number },
): Promise<SilentCase[]> {
  if (processes.length === 0) return [];
  const found = await db.query<SilentCase>({
    name: "cases.silent",
    text: `select * from (
        select f.id as "caseId", f.code as "caseCode", f.procedure_name as "procedureName",
          f.process_id as "processId", f.deciding_unit_id as "decidingUnitId",
          greatest((f.state -> 'clock' ->> 'newDueAt')::bigint, (f.state -> 'clock' ->> 'dueAt')::bigint) as "appointmentAt"
        from cases.running as r join cases.case_file as f on f.id = r.case_id
        where r.due_at < $1 and r.process_id = any ($2::int[]) and r.case_id > $3::uuid and f.status in (2, 4)
          and f.state -> 'group' ->> 'role' is distinct from 'parent'
      ) as due
      where "appointmentAt" < $4 order by "caseId" limit $5`,
    values: [
      toIso(page.before),
      processes.map((one) => one.processId),
      page.after ?? NIL,
      page.before,
      page.limit,
    ],
  });
  return found.rows;
}
