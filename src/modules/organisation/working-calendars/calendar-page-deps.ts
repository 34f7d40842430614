import type { Clock } from "../../../platform/clock.ts";
import type { Database } from "../../../platform/database.ts";
import type { OrganisationPageDeps } from "../list-units/texts.ts";
import type { CalendarEffects } from "./calendar-effects.ts";
import type { Calendars } from "./calendars.ts";

/** What the pages of the calendar are given. */
export type CalendarPageDeps = OrganisationPageDeps & {
  readonly database: Database;
  readonly clock: Clock;
  readonly calendars: Calendars;
  readonly effects: CalendarEffects;
};

export const CALENDAR_URL = "/officer/calendar";
export const DECLARE_URL = `${CALENDAR_URL}/declare`;
export const PREVIEW_URL = `${CALENDAR_URL}/preview`;

/** Address of the cases that a version moved; the cases room draws it. */
export const movedHref = (version: string): string => `${CALENDAR_URL}/${encodeURIComponent(version)}/cases`;
