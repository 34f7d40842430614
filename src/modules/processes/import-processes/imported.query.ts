import type { ProcessDraft } from "../draft-store.ts";
import type { ProcessesDeps } from "../processes-deps.ts";
import { findImportedFor, type KeptProcess, listImported } from "./imported-store.ts";

export type { KeptProcess };

/** One page of what was imported. */
export async function importedProcesses(
  { database }: Pick<ProcessesDeps, "database">,
  after: number,
  limit: number,
): Promise<readonly KeptProcess[]> {
  return listImported(database.pool, after, limit);
}

/** What was read for the procedure of a draft, while no version of it was published: what was noted then still counts. */
export async function importedFor(
  { database }: Pick<ProcessesDeps, "database">,
  { procedureCode, variantCode, basedOn }: Pick<ProcessDraft, "procedureCode" | "variantCode" | "basedOn">,
): Promise<KeptProcess | undefined> {
  if (variantCode !== "" || basedOn !== undefined) return undefined;
  return findImportedFor(database.pool, procedureCode);
}
