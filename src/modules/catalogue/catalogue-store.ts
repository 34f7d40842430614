import type { PoolClient } from "pg";
import type { LocalOverride } from "./domain/local-override.ts";
import type { ProcedureContent } from "./domain/procedure.ts";

/** A client inside a transaction, or a pool where one statement is enough. */
export type Sql = Pick<PoolClient, "query">;

export type Origin = "seed" | "national" | "local";

/** A procedure as it stands, with what its latest version was made of. */
export type StoredProcedure = {
  readonly id: number;
  readonly code: string;
  readonly version: number;
  readonly state: "active" | "withdrawn";
  readonly origin: Origin;
  readonly receivable: boolean;
  /** Before local overrides. */
  readonly base: ProcedureContent;
  readonly content: ProcedureContent;
  readonly national: ProcedureContent | undefined;
  readonly overrides: readonly LocalOverride[];
};

type StoredRow = Omit<StoredProcedure, "base" | "national" | "overrides"> & {
  base: ProcedureContent | null;
  national: ProcedureContent | null;
  overrides: LocalOverride[] | null;
};

/** The procedures of these codes, locked for the transaction; unknown codes are left out. */
export async function storedProceduresForUpdate(
  sql: Sql,
  codes: readonly string[],
): Promise<ReadonlyMap<string, StoredProcedure>> {
  const found = await sql.query<StoredRow>({
    name: "catalogue.stored-for-update",
    text: `select p.id, p.code, p.version, p.state, p.origin, p.receivable, v.content, v.base, v.national,
             (select jsonb_agg(jsonb_build_object('field', o.field, 'value', o.value))
                from catalogue.local_override o where o.procedure_id = p.id) as overrides
           from catalogue.procedure p
           join catalogue.procedure_version v on v.procedure_id = p.id and v.version = p.version
           where p.code = any($1)
           order by p.code
           for update of p`,
    values: [codes],
  });
  return new Map(
    found.rows.map((row) => [
      row.code,
      {
        ...row,
        base: row.base ?? row.content,
        national: row.national ?? undefined,
        overrides: row.overrides ?? [],
      },
    ]),
  );
}
