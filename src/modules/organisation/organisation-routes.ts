import type { FastifyInstance } from "fastify";
import { listUnitsPages } from "./list-units/list-units.page.tsx";
import { calendarPage } from "./working-calendars/calendar.page.tsx";
import type { CalendarPageDeps } from "./working-calendars/calendar-page-deps.ts";
import { declareDaysPages } from "./working-calendars/declare-days.page.tsx";

/** Every page of the room, a line each. */
export function organisationRoutes(app: FastifyInstance, deps: CalendarPageDeps): void {
  listUnitsPages(app, deps);
  calendarPage(app, deps);
  declareDaysPages(app, deps);
}
