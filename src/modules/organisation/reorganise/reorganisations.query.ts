import type { Database } from "../../../platform/database.ts";
import { findReorganisation, listReorganisations, type Reorganisation } from "./reorganisation-store.ts";

export type { Reorganisation } from "./reorganisation-store.ts";

type Deps = { readonly database: Database };

/** All re-organisations, the latest first. */
export function allReorganisations({ database }: Deps): Promise<readonly Reorganisation[]> {
  return listReorganisations(database.pool);
}

/** One by the number in its address; what is no number names none. */
export async function oneReorganisation({ database }: Deps, id: string): Promise<Reorganisation | undefined> {
  return /^\d{1,9}$/.test(id) ? findReorganisation(database.pool, Number(id)) : undefined;
}
