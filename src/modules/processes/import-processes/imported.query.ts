import type { ProcessesDeps } from "../processes-deps.ts";
import { type KeptProcess, listImported } from "./imported-store.ts";

export type { KeptProcess };

/** One page of what was imported. */
export async function importedProcesses(
  { database }: Pick<ProcessesDeps, "database">,
  after: number,
  limit: number,
): Promise<readonly KeptProcess[]> {
  return listImported(database.pool, after, limit);
}
