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
  /** Who took the result. */
  readonly takenBy: string | null;
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
        f.finished_at as "finishedAt", f.returned_at as "returnedAt", f.state ->> 'returnMethod' as "returnMethod",
        f.state -> 'returned' -> 'collector' ->> 'name' as "takenBy"
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

/** The fields of law in which a desk received cases in a period, for the filter of the register. */
export async function registerFields(
  db: Db,
  actor: Actor,
  filter: Pick<RegisterFilter, "unitId" | "from" | "to">,
): Promise<string[]> {
  if (!unitsFor(actor, "case.register").includes(filter.unitId)) return [];
  const found = await db.query<{ field: string }>({
    name: "cases.register-fields",
    text: `select distinct field from cases.case_file
      where receiving_unit_id = $1 and received_at >= $2 and received_at < $3 order by field`,
    values: [filter.unitId, toIso(instantOf(filter.from, 0)), toIso(instantOf(addDays(filter.to, 1), 0))],
  });
  return found.rows.map((row) => row.field);
}

/**
 * All lines of a period, page after page, up to a limit; undefined where there are more. For printing and downloading.
 */
export async function wholeRegister(
  db: Db,
  actor: Actor,
  filter: Omit<RegisterFilter, "after" | "limit">,
  most: number,
): Promise<RegisterLine[] | undefined> {
  const lines: RegisterLine[] = [];
  for (;;) {
    const last = lines.at(-1);
    const after = last === undefined ? {} : { after: { receivedAt: last.receivedAt, id: last.id } };
    const page = await registerLines(db, actor, { ...filter, ...after, limit: 500 });
    lines.push(...page);
    if (lines.length > most) return undefined;
    if (page.length < 500) return lines;
  }
}
