import { canonicalJson } from "../../../kernel/canonical-json.ts";
import { minutesOf, type Sessions } from "../../../kernel/day-sessions.ts";
import type { LocalDate } from "../../../kernel/time.ts";
import type { CalendarDefinition, DayException } from "../../../kernel/working-calendar.ts";

/**
 * What of a calendar is declared anew. A day becomes one of rest, a working day, a half day, or what the week makes of
 * it; hours of work or of intake begin on a day.
 */
export type CalendarChange =
  | { readonly date: LocalDate; readonly as: "rest" | "working" | "ordinary" }
  | { readonly date: LocalDate; readonly as: "half-day" | "hours"; readonly sessions: Sessions }
  /** Of each weekday, Monday first; without a week the hours of work. */
  | { readonly date: LocalDate; readonly as: "intake"; readonly week?: readonly Sessions[] };

/** What is declared: the days and hours, what people call them, and the decision. */
export type Declaration = {
  readonly changes: readonly CalendarChange[];
  /** Such as "Ngày Văn hóa Việt Nam" or "Nghỉ bão số 9". */
  readonly name: string;
  /** Number of the decision, such as "1234/QĐ-UBND". */
  readonly decision: string;
};

/**
 * The calendar with what is declared; everything else stays as it was. Pure.
 * @param above the calendar of the unit, or province, for which it is declared: whoever has other hours of work or of
 * intake than that keeps them.
 */
export function withDeclared(
  base: CalendarDefinition,
  version: string,
  { changes, name, decision }: Declaration,
  above: CalendarDefinition = base,
): CalendarDefinition {
  const days = new Map(base.exceptions.map((exception) => [exception.date, exception]));
  let { hours = [], intake = [] } = base;
  for (const change of changes) {
    const { date, as } = change;
    const day = (working: boolean): DayException => ({ date, working, name, source: decision });
    switch (as) {
      case "ordinary":
        days.delete(date);
        break;
      case "rest":
      case "working":
        days.set(date, day(as === "working"));
        break;
      case "half-day":
        days.set(date, { ...day(true), sessions: change.sessions });
        break;
      case "hours":
        if (same(base.hours, above.hours))
          hours = withFrom(hours, { from: date, sessions: change.sessions }, { sessions: base.sessions });
        break;
      case "intake":
        if (same(base.intake, above.intake))
          intake = withFrom(intake, { from: date, ...weekOf(change.week) }, {});
    }
  }
  const { id, sessions, restWeekdays } = base;
  return {
    id,
    version,
    sessions,
    restWeekdays,
    exceptions: [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1)),
    ...(hours.length === 0 ? {} : { hours }),
    ...(intake.length === 0 ? {} : { intake }),
  };
}

export type ChangeFault = "nothing-changes" | "not-a-full-day" | "no-half-day";

/** Why a calendar cannot become what is declared, or need not; undefined where it can. */
export function changeFault(base: CalendarDefinition, declaration: Declaration): ChangeFault | undefined {
  const full = minutesOf(base.sessions);
  for (const change of declaration.changes) {
    if (change.as === "hours" && minutesOf(change.sessions) !== full) return "not-a-full-day";
    if (change.as === "half-day" && minutesOf(change.sessions) >= full) return "no-half-day";
  }
  const { exceptions, hours, intake } = withDeclared(base, base.version, declaration);
  const before = withDeclared(base, base.version, { ...declaration, changes: [] });
  const isSame =
    same(exceptions, before.exceptions) && same(hours, before.hours) && same(intake, before.intake);
  return isSame ? "nothing-changes" : undefined;
}

function weekOf(week: readonly Sessions[] | undefined): { readonly week?: readonly Sessions[] } {
  return week === undefined ? {} : { week };
}

const same = (a: unknown = [], b: unknown = []): boolean => canonicalJson(a) === canonicalJson(b);

/** What counts from days on, with one more; what says again what counts already is left out. */
function withFrom<T extends { readonly from: LocalDate }>(
  known: readonly T[],
  declared: T,
  atFirst: Omit<T, "from">,
): readonly T[] {
  let before: unknown = atFirst;
  return [...known.filter(({ from }) => from !== declared.from), declared]
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .filter(({ from: _, ...said }) => {
      const isNew = !same(said, before);
      before = said;
      return isNew;
    });
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
