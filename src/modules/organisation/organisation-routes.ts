import type { FastifyInstance } from "fastify";
import { absencesPage } from "./absences/absences.page.tsx";
import { recordAbsencePages } from "./absences/record-absence.page.tsx";
import { listUnitsPages } from "./list-units/list-units.page.tsx";
import { placesApi } from "./places/places.api.ts";
import { endPostPages } from "./posts/end-post.page.tsx";
import { staffPage } from "./posts/staff.page.tsx";
import { planReorganisationPages } from "./reorganise/plan-reorganisation.page.tsx";
import { reorganisationsPages } from "./reorganise/reorganisations.page.tsx";
import type { ReorganisePageDeps } from "./reorganise/reorganise-page-deps.ts";
import type { StaffPageDeps } from "./staff-page-deps.ts";
import { calendarPage } from "./working-calendars/calendar.page.tsx";
import type { CalendarPageDeps } from "./working-calendars/calendar-page-deps.ts";
import { declareDaysPages } from "./working-calendars/declare-days.page.tsx";

/** Every page of the room, a line each. */
export function organisationRoutes(
  app: FastifyInstance,
  deps: CalendarPageDeps & StaffPageDeps & ReorganisePageDeps,
): void {
  listUnitsPages(app, deps);
  calendarPage(app, deps);
  declareDaysPages(app, deps);
  absencesPage(app, deps);
  recordAbsencePages(app, deps);
  staffPage(app, deps);
  endPostPages(app, deps);
  reorganisationsPages(app, deps);
  planReorganisationPages(app, deps);
  placesApi(app, deps);
}
