export type { CatalogueDeps, TodayFigures } from "./catalogue-deps.ts";
export { catalogueRoutes } from "./catalogue-routes.ts";
export type { Origin } from "./catalogue-store.ts";
export { isDoubtfulFee } from "./domain/doubtful-fee.ts";
export {
  type ChannelTime,
  channelTimes,
  type Limits,
  limitFor,
  limitsOf,
} from "./domain/limit-for.ts";
export type { Channel, Fee, LimitByChannel, Paper, ProcedureContent, Variant } from "./domain/procedure.ts";
export {
  type ImportOptions,
  type ImportRefusal,
  type ImportReport,
  importCatalogue,
} from "./import-catalogue/import-catalogue.ts";
export { findProcedure, getProcedureVersion, type Procedure, procedureNames } from "./procedure.query.ts";
export {
  type Published,
  type PublishOptions,
  publishProcedure,
} from "./publish-procedure/publish-procedure.ts";
export { importEntries } from "./review-imports/imports.query.ts";
export {
  type ProcedureListItem,
  type ProcedurePage,
  type ProcedureSearch,
  searchProcedures,
} from "./search-procedures/search-procedures.query.ts";
