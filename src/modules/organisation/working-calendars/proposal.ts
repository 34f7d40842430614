import { buildCalendar, type WorkingCalendar } from "../../../kernel/working-calendar.ts";
import { type Declaration, withDeclared } from "../domain/calendar-change.ts";
import type { Proposal } from "./calendar-effects.ts";
import type { Calendars } from "./calendars.ts";

/** The calendars as a declaration for a unit (undefined: the province) would make them. */
export function proposalOf(
  calendars: Calendars,
  scope: number | undefined,
  declaration: Declaration,
): Proposal {
  const made = new Map<string, WorkingCalendar>();
  return {
    ...declaration,
    calendarOf: (unitId) => {
      if (!calendars.isWithin(unitId, scope)) return undefined;
      const { version, calendar } = calendars.current(unitId);
      const known = made.get(version);
      if (known !== undefined) return known;
      const proposed = buildCalendar(withDeclared(calendar, `${version}+`, declaration));
      made.set(version, proposed);
      return proposed;
    },
  };
}
