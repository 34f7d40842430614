import type { ProcedureContent } from "../../modules/catalogue/index.ts";
import records from "./procedures.json" with { type: "json" };

/** A procedure of the seed, with what its process depends on beside the catalogue's content. */
export type SeedProcedure = ProcedureContent & {
  /** The province people's committee signs, not the department. */
  readonly committeeSigns?: boolean;
};

/** The procedures with which the province starts. */
export const seedProcedures: readonly SeedProcedure[] = records as readonly SeedProcedure[];
