import { z } from "zod";
import { isUuid } from "../../../kernel/ids.ts";
import { addDays, isLocalDate, type LocalDate } from "../../../kernel/time.ts";
import { localDate } from "../local-date-field.ts";

const text = z.string().optional().catch(undefined);
const Sent = z.object({
  unit: text,
  from: text,
  to: text,
  field: text,
  /** Where the page before ended: received instant and case id, "1795413600000~018f…". */
  after: text,
});

/** What a register is asked for in an address. */
export type RegisterQuery = z.infer<typeof Sent>;

/** The texts of an address; what was sent twice counts as not sent. */
export function registerQuery(query: unknown): RegisterQuery {
  return Sent.parse(query ?? {});
}

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
  const after = cursorOf(query.after);
  return {
    unitId,
    from: from.date,
    to: to.date,
    ...(query.field ? { field: query.field } : {}),
    ...(after === undefined ? {} : { after }),
    faults: [...(from.wrong ? ["from" as const] : []), ...(to.wrong ? ["to" as const] : [])],
  };
}

/** An address that somebody changed begins at the first page. */
function cursorOf(text = ""): RegisterChoice["after"] {
  const [, receivedAt, id = ""] = /^(\d{1,15})~(.{36})$/.exec(text) ?? [];
  return receivedAt !== undefined && isUuid(id) ? { receivedAt: Number(receivedAt), id } : undefined;
}

function dateOf(text: string | undefined, fallback: LocalDate): { date: LocalDate; wrong: boolean } {
  if (text === undefined || text.trim() === "") return { date: fallback, wrong: false };
  const parsed = localDate.safeParse(text);
  const isDate = parsed.success && isLocalDate(parsed.data);
  return { date: isDate ? parsed.data : fallback, wrong: !isDate };
}
