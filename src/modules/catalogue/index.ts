export type { Origin } from "./catalogue-store.ts";
export type { Channel, Fee, Paper, ProcedureContent, Variant } from "./domain/procedure.ts";
export {
  type Published,
  type PublishOptions,
  publishProcedure,
} from "./publish-procedure/publish-procedure.ts";
