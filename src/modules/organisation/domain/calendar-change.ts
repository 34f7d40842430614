import type { LocalDate } from "../../../kernel/time.ts";
import type { CalendarDefinition } from "../../../kernel/working-calendar.ts";

/** What a day becomes: a day of rest, a working day, or what the week makes of it. */
export type DayKind = "rest" | "working" | "ordinary";

/** A day of a calendar that is declared anew. */
export type DayChange = { readonly date: LocalDate; readonly as: DayKind };

/** What is declared: the days, what people call them, and the decision. */
export type Declaration = {
  readonly changes: readonly DayChange[];
  /** Such as "Ngày Văn hóa Việt Nam" or "Nghỉ bão số 9". */
  readonly name: string;
  /** Number of the decision, such as "1234/QĐ-UBND". */
  readonly decision: string;
};

/** The calendar with the declared days; everything else stays as it was. Pure. */
export function withDeclared(
  base: CalendarDefinition,
  version: string,
  { changes, name, decision }: Declaration,
): CalendarDefinition {
  const days = new Map(base.exceptions.map((exception) => [exception.date, exception]));
  for (const { date, as } of changes) {
    if (as === "ordinary") days.delete(date);
    else days.set(date, { date, working: as === "working", name, source: decision });
  }
  const { id, sessions, restWeekdays } = base;
  const exceptions = [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
  return { id, version, sessions, restWeekdays, exceptions };
}

/** The next label after those of a scope and year: "2026-2" for the province, "H21.18-2026-1" for a unit. */
export function nextVersion(known: readonly string[], unitCode: string | undefined, year: string): string {
  const prefix = unitCode === undefined ? `${year}-` : `${unitCode}-${year}-`;
  const numbers = known
    .filter((version) => version.startsWith(prefix))
    .map((version) => Number(version.slice(prefix.length)))
    .filter(Number.isSafeInteger);
  return `${prefix}${Math.max(0, ...numbers) + 1}`;
}
