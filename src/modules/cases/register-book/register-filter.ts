import { addDays, isLocalDate, type LocalDate } from "../../../kernel/time.ts";
import { localDate } from "../local-date-field.ts";

/** What a register is asked for in an address. */
export type RegisterQuery = {
  readonly unit?: string;
  readonly from?: string;
  readonly to?: string;
  readonly field?: string;
  /** Where the page before ended: received instant and case id, "1795413600000~018f…". */
  readonly after?: string;
};

export type RegisterChoice = {
  readonly unitId: number;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly field?: string;
  readonly after?: { readonly receivedAt: number; readonly id: string };
  /** Fields that were not understood and fell back. */
  readonly faults: readonly ("from" | "to")[];
};

/** Reads an address; without dates the last seven days, without a unit the first of the officer's own. */
export function registerChoice(
  query: RegisterQuery,
  ownUnits: readonly number[],
  today: LocalDate,
): RegisterChoice | undefined {
  const unitId = query.unit === undefined || query.unit === "" ? ownUnits[0] : Number(query.unit);
  if (unitId === undefined || !ownUnits.includes(unitId)) return undefined;
  const from = dateOf(query.from, addDays(today, -6));
  const to = dateOf(query.to, today);
  const after = /^(\d{1,15})~([0-9a-f-]{36})$/.exec(query.after ?? "");
  return {
    unitId,
    from: from.date,
    to: to.date,
    ...(query.field ? { field: query.field } : {}),
    ...(after ? { after: { receivedAt: Number(after[1]), id: after[2] ?? "" } } : {}),
    faults: [...(from.wrong ? ["from" as const] : []), ...(to.wrong ? ["to" as const] : [])],
  };
}

function dateOf(text: string | undefined, fallback: LocalDate): { date: LocalDate; wrong: boolean } {
  if (text === undefined || text.trim() === "") return { date: fallback, wrong: false };
  const parsed = localDate.safeParse(text);
  const isDate = parsed.success && isLocalDate(parsed.data);
  return { date: isDate ? parsed.data : fallback, wrong: !isDate };
}
