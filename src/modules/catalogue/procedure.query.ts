import type { Instant } from "../../kernel/time.ts";
import type { Database } from "../../platform/database.ts";
import type { Origin } from "./catalogue-store.ts";
import type { ProcedureContent } from "./domain/procedure.ts";

/** A procedure in force, whole. */
export type Procedure = {
  readonly id: number;
  readonly code: string;
  readonly version: number;
  readonly state: "active" | "withdrawn";
  readonly origin: Origin;
  /** A desk of the province takes it in. */
  readonly receivable: boolean;
  readonly updatedAt: Instant;
  readonly content: ProcedureContent;
};

const COLUMNS = `p.id, p.code, p.version, p.state, p.origin, p.receivable, p.updated_at as "updatedAt", v.content`;

/** The procedure of a code as it stands now, withdrawn ones too; undefined for an unknown code. */
export async function findProcedure(database: Database, code: string): Promise<Procedure | undefined> {
  const found = await database.pool.query<Procedure>({
    name: "catalogue.find",
    text: `select ${COLUMNS} from catalogue.procedure p
           join catalogue.procedure_version v on v.procedure_id = p.id and v.version = p.version where p.code = $1`,
    values: [code],
  });
  return found.rows[0];
}

/** The names of procedures by their codes; unknown codes are left out. */
export async function procedureNames(
  database: Database,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = await database.pool.query<{ code: string; name: string }>({
    name: "catalogue.names",
    text: `select p.code, v.content ->> 'name' as name from catalogue.procedure p
           join catalogue.procedure_version v on v.procedure_id = p.id and v.version = p.version
           where p.code = any ($1)`,
    values: [codes],
  });
  return new Map(found.rows.map(({ code, name }) => [code, name]));
}

/** What a procedure said in one of its versions, for a case judged by it. Throws where that version never was. */
export async function getProcedureVersion(
  database: Database,
  id: number,
  version: number,
): Promise<ProcedureContent> {
  const found = await database.pool.query<{ content: ProcedureContent }>({
    name: "catalogue.version",
    text: "select content from catalogue.procedure_version where procedure_id = $1 and version = $2",
    values: [id, version],
  });
  const content = found.rows[0]?.content;
  if (content === undefined) throw new Error(`procedure ${id} has no version ${version}`);
  return content;
}

/** The fields of active procedures with their numbers, most used first: those that the province takes in count first. */
export async function listFields(
  database: Database,
  province: string | undefined,
): Promise<readonly { readonly field: string; readonly count: number; readonly receivable: number }[]> {
  const found = await database.pool.query<{ field: string; count: number; receivable: number }>({
    name: "catalogue.fields",
    text: `select field, count(*) as count, count(*) filter (where receivable) as receivable
           from catalogue.procedure where state = 'active' and ($1::text is null or province is null or province = $1) group by field
           order by count(*) filter (where receivable) desc, count(*) desc, field`,
    values: [province ?? null],
  });
  return found.rows;
}
