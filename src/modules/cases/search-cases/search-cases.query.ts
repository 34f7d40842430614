import type { Instant } from "../../../kernel/time.ts";
import { unmark } from "../../../kernel/vietnamese-text.ts";
import { type Actor, unitsFor } from "../../../platform/permission.ts";
import type { Db } from "../case-store.ts";
import { begunWord, type NameQuestion, wholeWords } from "./name-keys.ts";

export type FoundCase = {
  readonly id: string;
  readonly code: string;
  readonly status: number;
  readonly procedureName: string;
  readonly applicantName: string;
  readonly receivedAt: Instant;
  readonly dueAt: Instant | null;
  readonly finishedAt: Instant | null;
  readonly verdict: string | null;
  readonly holderUnitId: number | null;
};

const COLUMNS = `f.id, f.code, f.status, f.procedure_name as "procedureName", f.applicant_name as "applicantName",
  f.received_at as "receivedAt", f.due_at as "dueAt", f.finished_at as "finishedAt", f.verdict,
  f.holder_unit_id as "holderUnitId"`;
/** A case is visible to the units that received it, decide it, work or worked on it or were asked (readable.ts). */
const VISIBLE = "f.unit_ids && $1::int[]";
/**
 * Cases of the actor's units by code or citizen number (exact), phone, or name with or without marks; newest first.
 * Identifiers are matched whole, and names by whole words; only where no name has these words the last may be begun.
 */
export async function searchCases(db: Db, actor: Actor, query: string, limit = 50): Promise<FoundCase[]> {
  const units = unitsFor(actor, "case.list");
  const text = query.trim();
  if (units.length === 0 || text === "") return [];
  const identifier = identifierOf(text);
  if (identifier !== undefined) return byIdentifier(db, units, identifier, limit);
  const name = unmark(text).replace(/[%_\\]/g, "");
  const whole = await byName(db, units, wholeWords(name), limit);
  const begun = begunWord(name);
  return whole.length > 0 || begun === undefined ? whole : byName(db, units, begun, limit);
}

async function byIdentifier(
  db: Db,
  units: readonly number[],
  identifier: string,
  limit: number,
): Promise<FoundCase[]> {
  const found = await db.query<FoundCase>({
    name: "cases.search.identifier",
    text: `select ${COLUMNS} from cases.case_file as f
           where (f.code = $2 or f.applicant_number = $2 or f.applicant_phone = $2) and ${VISIBLE}
           order by f.received_at desc limit $3`,
    values: [units, identifier, limit],
  });
  return found.rows;
}

async function byName(
  db: Db,
  units: readonly number[],
  { keys, patterns }: NameQuestion,
  limit: number,
): Promise<FoundCase[]> {
  const found = await db.query<FoundCase>({
    name: "cases.search.name",
    text: `select ${COLUMNS} from cases.case_file as f
           where f.applicant_keys @> $2::text[] and ${VISIBLE} and f.applicant_search like any ($3::text[])
           order by f.received_at desc limit $4`,
    values: [units, keys, patterns, limit],
  });
  return found.rows;
}

/**
 * What a text is when it names a case or a person exactly: a case code, a citizen number, a business code or a
 * telephone number, without the spaces and dots people put into it; undefined for a name.
 */
export function identifierOf(text: string): string | undefined {
  const bare = text.trim().toUpperCase();
  if (/^[A-Z]\d+[\w.]*-\d{6}-\d+$/.test(bare)) return bare;
  const digits = bare.replace(/(?<=\d)[ .](?=\d)/g, "");
  return /^(\+84\d{8,10}|\d{9,13}|\d{10}-\d{3})$/.test(digits) ? digits : undefined;
}
