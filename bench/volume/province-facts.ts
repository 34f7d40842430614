import type { Pool } from "pg";
import type { SeededRandom } from "../../src/demo/seeded-random.ts";
import { vietnamCalendar } from "../../src/kernel/vietnam-calendar.ts";
import type { WorkingCalendar } from "../../src/kernel/working-calendar.ts";
import type { ProcedureInForce } from "../../src/modules/cases/index.ts";
import {
  type Directory,
  loadDirectory,
  officerFacts,
  type Unit,
} from "../../src/modules/organisation/index.ts";
import type { ProcessDefinition } from "../../src/modules/processes/index.ts";
import type { Clock } from "../../src/platform/clock.ts";
import type { Database } from "../../src/platform/database.ts";
import type { Actor, PostKind } from "../../src/platform/permission.ts";

/** A procedure that a desk can receive now, with the process under which it is worked. */
export type Errand = {
  readonly procedure: ProcedureInForce;
  readonly variantCode: string | undefined;
  readonly process: { readonly id: number; readonly definition: ProcessDefinition };
};

/** The desk that receives and the unit that decides. */
export type Counter = { readonly desk: Unit; readonly deciding: Unit };

/** What cases are made from: the seeded province as it is in the database. */
export type ProvinceFacts = {
  readonly directory: Directory;
  readonly calendar: WorkingCalendar;
  readonly errands: readonly Errand[];
  /** Counters of a level at which a unit can work a whole process. */
  readonly counters: ReadonlyMap<string, readonly Counter[]>;
  /** Where somebody lives who comes to a unit; absent: there. */
  readonly placeOf?: (deciding: Unit, random: SeededRandom) => string;
  officer(unitId: number, post: string, number: number): Actor & { readonly kind: "officer" };
};

const WORKERS: readonly PostKind[] = ["specialist", "leader", "clerk"];

/** Reads the units, officers, procedures and processes that the seed brought in. */
export async function loadProvinceFacts(database: Database, clock: Clock): Promise<ProvinceFacts> {
  const directory = await loadDirectory(database, clock);
  const counters = new Map<string, Counter[]>();
  for (const deciding of directory.units()) {
    if (!WORKERS.every((post) => directory.officersIn(deciding.id, post).length > 0)) continue;
    if (deciding.kind === "department" && directory.officersIn(deciding.id, "division-head").length === 0)
      continue;
    if (deciding.kind !== "commune" && deciding.kind !== "department") continue;
    const known = counters.get(deciding.level) ?? [];
    known.push({ deciding, desk: directory.deskOf(deciding.id) });
    counters.set(deciding.level, known);
  }
  const errands = (await loadErrands(database.pool)).filter(({ procedure }) =>
    procedure.content.levels.some((level) => counters.has(level)),
  );
  if (errands.length === 0) throw new Error("The seed has no procedure that a desk can receive.");
  return {
    directory,
    calendar: vietnamCalendar(),
    errands,
    counters,
    officer: (unitId, post, number) => {
      const officers = directory.officersIn(unitId, post as PostKind);
      const id = officers[number % Math.max(1, officers.length)]?.officerId;
      const facts = id === undefined ? undefined : officerFacts(directory, id);
      if (id === undefined || facts === undefined) throw new Error(`nobody is ${post} in unit ${unitId}`);
      return { kind: "officer", id, name: facts.name, posts: facts.posts };
    },
  };
}

type Row = {
  id: number;
  version: number;
  content: ProcedureInForce["content"];
  process_id: number;
  variant_code: string;
  process_version: number;
  steps: ProcessDefinition["steps"];
};

async function loadErrands(pool: Pool): Promise<Errand[]> {
  const found = await pool.query<Row>(
    `select distinct on (p.code, w.variant_code) p.id, p.version, v.content, w.id as process_id, w.variant_code,
       w.version as process_version, w.steps
     from catalogue.procedure as p
     join catalogue.procedure_version as v on v.procedure_id = p.id and v.version = p.version
     join processes.process as w on w.procedure_code = p.code and w.valid_to is null
     where p.receivable and p.state = 'active' order by p.code, w.variant_code, w.version desc`,
  );
  return found.rows.map((row) => {
    const variantCode = row.variant_code === "" ? undefined : row.variant_code;
    return {
      procedure: { id: row.id, version: row.version, receivable: true, content: row.content },
      variantCode,
      process: {
        id: row.process_id,
        definition: {
          code: variantCode ?? row.content.code,
          version: row.process_version,
          steps: row.steps,
        },
      },
    };
  });
}
