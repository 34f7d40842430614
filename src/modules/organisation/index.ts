export { type Directory, loadDirectory, type OfficerInPost } from "./directory.ts";
export type { Officer, Post } from "./domain/snapshot.ts";
export type { NewUnit, Unit } from "./domain/unit.ts";
export { organisationRoutes } from "./list-units/list-units.page.tsx";
export { officerFacts } from "./officer-facts.ts";
export { addOfficers, addUnits, type NewOfficer } from "./organisation-store.ts";
