import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database.ts";
import type { OrganisationPageDeps } from "./list-units/texts.ts";
import type { StaffWork } from "./posts/staff-work.ts";

/** What the pages about absences and posts are given. */
export type StaffPageDeps = OrganisationPageDeps & {
  readonly database: Database;
  readonly clock: Clock;
  /** What the room of the cases answers about somebody's work. */
  readonly staffWork: StaffWork;
};
