import { buildCalendar, type WorkingCalendar } from "../../../kernel/working-calendar.ts";
import { withDeclared } from "../domain/calendar-change.ts";
import type { Proposal } from "./calendar-effects.ts";
import type { Calendars } from "./calendars.ts";

/** The calendar that each unit would have by a declaration; undefined: its own stays. */
export function proposedCalendars(
  calendars: Pick<Calendars, "isWithin" | "current">,
  { scope, ...declaration }: Proposal,
): (unitId: number) => WorkingCalendar | undefined {
  const above = calendars.current(scope).calendar;
  const made = new Map<string, WorkingCalendar>();
  return (unitId) => {
    if (!calendars.isWithin(unitId, scope)) return undefined;
    const { version, calendar } = calendars.current(unitId);
    const known = made.get(version);
    if (known !== undefined) return known;
    const proposed = buildCalendar(withDeclared(calendar, `${version}+`, declaration, above));
    made.set(version, proposed);
    return proposed;
  };
}
