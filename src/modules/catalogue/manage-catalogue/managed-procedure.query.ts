import type { Instant } from "../../../kernel/time.ts";
import type { Database } from "../../../platform/database.ts";
import type { ProcedureContent } from "../domain/procedure.ts";
import { findProcedure, type Procedure } from "../procedure.query.ts";

export type ManagedOverride = {
  readonly field: string;
  readonly value: unknown;
  readonly reason: string;
  readonly setAt: Instant;
};

/** A procedure as its controller sees it. */
export type ManagedProcedure = Procedure & {
  readonly national: ProcedureContent | undefined;
  readonly overrides: readonly ManagedOverride[];
};

/** undefined for an unknown code. */
export async function managedProcedure(
  database: Database,
  code: string,
): Promise<ManagedProcedure | undefined> {
  const procedure = await findProcedure(database, code);
  if (procedure === undefined) return undefined;
  const [national, overrides] = await Promise.all([
    database.pool.query<{ national: ProcedureContent | null }>(
      "select national from catalogue.procedure_version where procedure_id = $1 and version = $2",
      [procedure.id, procedure.version],
    ),
    database.pool.query<ManagedOverride>(
      `select field, value, reason, set_at as "setAt" from catalogue.local_override
       where procedure_id = $1 order by field`,
      [procedure.id],
    ),
  ]);
  return { ...procedure, national: national.rows[0]?.national ?? undefined, overrides: overrides.rows };
}
