import { addDays, type Instant, instantOf, type LocalDate, toIso } from "../../../kernel/time.ts";
import { type Actor, unitsFor } from "../../../platform/permission.ts";
import type { Db } from "../case-store.ts";

/** A line of the register of cases (Sổ theo dõi hồ sơ, Mẫu 07). */
export type RegisterLine = {
  readonly id: string;
  readonly code: string;
  readonly status: number;
  readonly procedureName: string;
  readonly field: string;
  readonly applicantName: string;
  readonly applicantPhone: string | null;
  readonly applicantAddress: string | null;
  readonly decidingUnitId: number;
  readonly receivedAt: Instant;
  readonly firstDueAt: Instant | null;
  readonly dueAt: Instant | null;
  readonly finishedAt: Instant | null;
  readonly returnedAt: Instant | null;
  readonly returnMethod: string;
};

export type RegisterFilter = {
  readonly unitId: number;
  /** First and last day, both included. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly field?: string;
  readonly after?: { readonly receivedAt: Instant; readonly id: string };
  readonly limit: number;
};

/** The cases a desk received in a period, in the order of receipt; only of the actor's own units. */
export async function registerLines(db: Db, actor: Actor, filter: RegisterFilter): Promise<RegisterLine[]> {
  if (!unitsFor(actor, "case.register").includes(filter.unitId)) return [];
  const found = await db.query<RegisterLine>({
    name: "cases.register",
    text: `select f.id, f.code, f.status, f.procedure_name as "procedureName", f.field,
        f.applicant_name as "applicantName", f.applicant_phone as "applicantPhone",
        f.state -> 'applicant' ->> 'address' as "applicantAddress", f.deciding_unit_id as "decidingUnitId",
        f.received_at as "receivedAt", f.first_due_at as "firstDueAt", f.due_at as "dueAt",
        f.finished_at as "finishedAt", f.returned_at as "returnedAt", f.state ->> 'returnMethod' as "returnMethod"
      from cases.case_file as f
      where f.receiving_unit_id = $1 and f.received_at >= $2 and f.received_at < $3
        and ($4::text is null or f.field = $4) and (f.received_at, f.id) > ($5::timestamptz, $6::uuid)
      order by f.received_at, f.id limit $7`,
    values: [
      filter.unitId,
      toIso(instantOf(filter.from, 0)),
      toIso(instantOf(addDays(filter.to, 1), 0)),
      filter.field ?? null,
      filter.after === undefined ? "-infinity" : toIso(filter.after.receivedAt),
      filter.after?.id ?? "00000000-0000-0000-0000-000000000000",
      filter.limit,
    ],
  });
  return found.rows;
}
