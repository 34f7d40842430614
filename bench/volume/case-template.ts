import { actionHash } from "../../src/modules/cases/action-codec.ts";
import { FILE_COLUMNS } from "../../src/modules/cases/save-case.sql.ts";
import { nameKeys } from "../../src/modules/cases/search-cases/name-keys.ts";
import { addRows, CASE_TABLES, type CaseRows, noRows } from "./case-rows.ts";
import { copyField, copyFields } from "./copy-in.ts";
import type { RecordedCase } from "./recording-database.ts";
import type { SerialSource, Serials } from "./serials.ts";

/** What differs between the cases that one template gives. */
export type Identity = {
  readonly id: string;
  readonly name: string;
  /** The name as it is searched for. */
  readonly searched: string;
  readonly number: string;
  readonly phone: string;
};

/** Stands in a template where a copy has its own; found nowhere else. */
export const PLACEHOLDER: Identity = {
  id: "00000000-0000-7000-8000-00000000c0de",
  name: "Họ Tên Người Nộp Mẫu",
  searched: "ho ten nguoi nop mau",
  number: "000912345678",
  phone: "0900012345",
};

/** Serials of a template: placeholders, with a note of what each copy must ask for. */
export class PlaceholderSerials implements SerialSource {
  code: { readonly unitCode: string; readonly day: string } | undefined;
  readonly papers: { readonly unitId: number; readonly year: number; readonly kind: string }[] = [];

  nextCode(unitCode: string, day: string): number {
    this.code = { unitCode, day };
    return 99_999_999;
  }

  nextPaper(unitId: number, year: number, kind: string): number {
    return FIRST_PAPER + this.papers.push({ unitId, year, kind });
  }
}

const FIRST_PAPER = 8_123_456_700;
const CUT = "\u0001";
const at = (column: string): number => FILE_COLUMNS.indexOf(column);
const COLUMN = {
  id: at("id"),
  code: at("code"),
  head: at("head_hash"),
  name: at("applicant_name"),
  number: at("applicant_number"),
  phone: at("applicant_phone"),
  searched: at("applicant_search"),
  keys: at("applicant_keys"),
  state: at("state"),
};
const BODY = CASE_TABLES.actions[1].indexOf("body");
const SUBJECT = CASE_TABLES.audits[1].indexOf("subject");

/** Lines of COPY for each table: what many cases leave in the database. */
export type CopyLines = Record<keyof CaseRows, string[]>;

export const noLines = (): CopyLines => ({ files: [], actions: [], steps: [], audits: [] });

/**
 * A recorded history from which many cases are made: each with its own id, code, numbers and applicant in every text,
 * and its own hashes over them. All else, times included, is as recorded.
 */
export class CaseTemplate {
  /** The columns of the case's row, ready for COPY. */
  readonly #file: readonly string[];
  /** Columns of each action between case id and body. */
  readonly #actions: readonly string[];
  /** Columns of each step after the case id. */
  readonly #steps: readonly string[];
  /** Columns of each audit entry before and after the code. */
  readonly #audits: readonly (readonly [string, string])[];
  readonly #serials: PlaceholderSerials;
  readonly #code: string;
  /** The bodies and the state in one text, cut at the placeholders: text, placeholder, text, … */
  readonly #parts: readonly string[];

  constructor(recorded: RecordedCase, serials: PlaceholderSerials) {
    const rows = noRows();
    addRows(rows, recorded);
    const file = rows.files[0] ?? [];
    this.#file = file.map(copyField);
    this.#actions = rows.actions.map((row) => copyFields(row.slice(1, BODY)));
    this.#steps = rows.steps.map((row) => copyFields(row.slice(1)));
    this.#audits = rows.audits.map((row) => [
      copyFields(row.slice(0, SUBJECT)),
      copyFields(row.slice(SUBJECT + 1)),
    ]);
    this.#serials = serials;
    this.#code = String(file[COLUMN.code]);
    const papers = serials.papers.map((_, index) => String(FIRST_PAPER + index + 1));
    const { id, name, number, phone } = PLACEHOLDER;
    const texts = [...rows.actions.map((row) => row[BODY]), file[COLUMN.state]].join(CUT);
    this.#parts = cutAt(texts, [this.#code, id, name, number, phone, ...papers]);
  }

  /** Adds the lines of one more case. */
  copyInto(lines: CopyLines, identity: Identity, serials: Serials): void {
    const { id } = identity;
    const code = this.#newCode(serials);
    const texts = this.#textsOf(identity, code, serials);
    const state = texts.pop();
    let hash: Buffer | undefined;
    this.#actions.forEach((columns, index) => {
      const body = texts[index] ?? "";
      hash = actionHash(hash, body);
      lines.actions.push(`${id}\t${columns}\t${copyField(body)}\t${copyField(hash)}\n`);
    });
    const file = [...this.#file];
    file[COLUMN.id] = id;
    file[COLUMN.code] = code;
    file[COLUMN.head] = copyField(hash);
    file[COLUMN.name] = identity.name;
    file[COLUMN.number] = identity.number;
    file[COLUMN.phone] = identity.phone;
    file[COLUMN.searched] = identity.searched;
    file[COLUMN.keys] = copyField(nameKeys(identity.searched));
    file[COLUMN.state] = copyField(state);
    lines.files.push(`${file.join("\t")}\n`);
    for (const columns of this.#steps) lines.steps.push(`${id}\t${columns}\n`);
    for (const [before, after] of this.#audits) lines.audits.push(`${before}\t${code}\t${after}\n`);
  }

  #newCode(serials: Serials): string {
    const { code } = this.#serials;
    if (code === undefined) throw new Error("a case without a code");
    return this.#code.replace(/\d+$/, String(serials.nextCode(code.unitCode, code.day)).padStart(4, "0"));
  }

  #textsOf(identity: Identity, code: string, serials: Serials): string[] {
    const given = new Map<string, string>([
      [this.#code, code],
      [PLACEHOLDER.id, identity.id],
      [PLACEHOLDER.name, identity.name],
      [PLACEHOLDER.number, identity.number],
      [PLACEHOLDER.phone, identity.phone],
    ]);
    this.#serials.papers.forEach(({ unitId, year, kind }, index) => {
      given.set(String(FIRST_PAPER + index + 1), String(serials.nextPaper(unitId, year, kind)));
    });
    let text = "";
    this.#parts.forEach((part, index) => {
      text += index % 2 === 0 ? part : given.get(part);
    });
    return text.split(CUT);
  }
}

/** A text cut at every occurrence of the marks, which stay as parts of their own at odd places. */
function cutAt(text: string, marks: readonly string[]): string[] {
  let parts = [text];
  for (const mark of marks)
    parts = parts.flatMap((part, index) =>
      index % 2 === 1
        ? [part]
        : part.split(mark).flatMap((piece, at) => (at === 0 ? [piece] : [mark, piece])),
    );
  return parts;
}
