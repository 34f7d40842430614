export { type Directory, loadDirectory, type OfficerInPost } from "./directory.ts";
export type { Post } from "./domain/snapshot.ts";
export type { NewUnit, Unit } from "./domain/unit.ts";
export { addOfficers, addUnits, type NewOfficer } from "./organisation-store.ts";
