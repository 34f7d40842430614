export { type Directory, loadDirectory, type OfficerInPost } from "./directory.ts";
export type { CalendarChange } from "./domain/calendar-change.ts";
export type { PlanRow } from "./domain/plan-rows.ts";
export type { Unsure } from "./domain/route-case.ts";
export type { Officer, Post } from "./domain/snapshot.ts";
export type { NewUnit, Unit } from "./domain/unit.ts";
export { officerFacts } from "./officer-facts.ts";
export { organisationRoutes } from "./organisation-routes.ts";
export { addOfficers, addUnits, type NewOfficer } from "./organisation-store.ts";
export { namedPlaces, placeText } from "./places/named-places.ts";
export { addPlaces, type NewPlace } from "./places/place-store.ts";
export { noteMoved } from "./posts/post-ending-store.ts";
export { endingsBetween, type PostEnding } from "./posts/post-endings.query.ts";
export type { StaffWork } from "./posts/staff-work.ts";
export {
  type HandCases,
  type HandOverOrder,
  type HandOverWalk,
  type OpenCaseFacts,
  type OpenWork,
  type ReorganisationEffects,
  unsureHref,
} from "./reorganise/reorganisation-effects.ts";
export {
  REORGANISE_JOB,
  type ReorganisationJobDeps,
  reorganisationJobs,
  type UnitsTakenOver,
} from "./reorganise/reorganisation-jobs.ts";
export type {
  CalendarEffects,
  DueEffect,
  EffectPreview,
  MovedDue,
  Preview,
  Proposal,
  RecomputeState,
} from "./working-calendars/calendar-effects.ts";
export { movedHref } from "./working-calendars/calendar-page-deps.ts";
export type { CalendarVersion } from "./working-calendars/calendar-version.ts";
export { type Calendars, loadCalendars } from "./working-calendars/calendars.ts";
export { declareDays, RECOMPUTE_JOB } from "./working-calendars/declare-days.ts";
export { sessionsText, weekText } from "./working-calendars/hours-words.ts";
export { type IntakeHours, intakeHours, intakeHoursOf } from "./working-calendars/intake-hours.ts";
export { proposedCalendars } from "./working-calendars/proposal.ts";
