import type { LocalDate } from "../../kernel/time.ts";
import type { Database } from "../../platform/database.ts";
import type { ProcessTerms } from "./domain/process.ts";
import {
  type StoredProcess,
  selectInForce,
  selectProcess,
  selectSilences,
  selectWithSilence,
} from "./process-store.ts";

/** Gives published processes; each version is read once, since it never changes. */
export class ProcessLibrary {
  readonly #database: Database;
  readonly #byId = new Map<number, StoredProcess>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** The published version of an id that a case keeps; undefined for an unknown id. */
  async findProcess(id: number): Promise<StoredProcess | undefined> {
    const known = this.#byId.get(id);
    if (known !== undefined) return known;
    const found = await selectProcess(this.#database, id);
    if (found !== undefined) this.#byId.set(id, found);
    return found;
  }

  /** The process in force on a day for a procedure or its variant; undefined: none is published. */
  async processForProcedure(
    procedureCode: string,
    variantCode: string | undefined,
    on: LocalDate,
  ): Promise<StoredProcess | undefined> {
    const found = await selectInForce(this.#database.pool, procedureCode, variantCode ?? "", on);
    if (found !== undefined) this.#byId.set(found.id, found);
    return found;
  }

  /** Every published version, also an ended one, whose law makes silence an answer: cases stay on their version. */
  async withSilence(): Promise<readonly StoredProcess[]> {
    return selectWithSilence(this.#database);
  }

  /** What silence means for new cases of a procedure on a day, by the codes of its variants that have a process; "" for all others. */
  async silences(
    procedureCode: string,
    on: LocalDate,
  ): Promise<ReadonlyMap<string, ProcessTerms["whenSilent"]>> {
    return selectSilences(this.#database, procedureCode, on);
  }
}
