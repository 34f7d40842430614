import type { Pool } from "pg";
import { FILE_COLUMNS, SAVE_CASE } from "../../src/modules/cases/save-case.sql.ts";
import type { Database } from "../../src/platform/database.ts";
import type { SerialSource } from "./serials.ts";

/** One save of a case: the very statement and values that the program would have sent. */
export type RecordedSave = { readonly isNew: boolean; readonly values: readonly unknown[] };

/** The saves of one case, oldest first. */
export type RecordedCase = { readonly id: string; readonly saves: readonly RecordedSave[] };

type Query = { readonly name: string; readonly values: readonly unknown[] };
type Answer = { readonly rows: readonly unknown[]; readonly rowCount: number };

const NO_ROW: Answer = { rows: [], rowCount: 0 };
/** Places of head hash and state among the values of a save. */
const HEAD_HASH = FILE_COLUMNS.indexOf("head_hash");
const STATE = FILE_COLUMNS.indexOf("state");

/**
 * A database for one case at a time that only remembers. The commands of the cases room run on it unchanged, so that
 * what is recorded is what they would have written, down to the hash; no statement reaches a server.
 */
export class RecordingDatabase {
  readonly database: Database;
  #serials: SerialSource | undefined;
  #id = "";
  #saves: RecordedSave[] = [];

  constructor() {
    const client = {
      query: async (query: Query | string) => (typeof query === "string" ? NO_ROW : this.#answer(query)),
      release: () => {},
    };
    const pool = { ...client, connect: async () => client } as unknown as Pool;
    this.database = { pool, aside: pool, close: async () => {} };
  }

  /** Forgets the case before and begins with the next. */
  begin(id: string, serials: SerialSource): void {
    this.#id = id;
    this.#serials = serials;
    this.#saves = [];
  }

  get recorded(): RecordedCase {
    return { id: this.#id, saves: this.#saves };
  }

  #answer({ name, values }: Query): Answer {
    switch (name) {
      case "cases.find":
      case "cases.find-by-code":
        return this.#found();
      case "cases.next-code":
        return oneRow({ last: this.#numbers.nextCode(String(values[0]), String(values[1])) });
      case "cases.next-paper":
        return oneRow({
          last: this.#numbers.nextPaper(Number(values[0]), Number(values[1]), String(values[2])),
        });
      case "cases.create":
      case "cases.save":
        this.#saves.push({ isNew: name === "cases.create", values });
        return oneRow({ id: this.#id });
      case "platform.audit":
        throw new Error(`the case ${this.#id} was refused: ${JSON.stringify(values)}`);
      default:
        throw new Error(`the recording database does not know the statement ${name}`);
    }
  }

  get #numbers(): SerialSource {
    if (this.#serials === undefined) throw new Error("no case is being recorded");
    return this.#serials;
  }

  #found(): Answer {
    const last = this.#saves.at(-1);
    if (last === undefined) return NO_ROW;
    const state: unknown = JSON.parse(String(last.values[STATE]));
    return oneRow({ state, head_hash: last.values[HEAD_HASH] });
  }
}

const oneRow = (row: unknown): Answer => ({ rows: [row], rowCount: 1 });

/** The statement of a save. */
export const textOf = (save: RecordedSave): string => (save.isNew ? SAVE_CASE.create : SAVE_CASE.change);
