import { isDeepStrictEqual } from "node:util";
import { type Sql, type StoredProcedure, storedProceduresForUpdate } from "../catalogue-store.ts";
import { type Comparison, compareNational } from "../domain/compare-national.ts";
import type { ProcedureContent } from "../domain/procedure.ts";
import { type Publication, publishProcedures } from "../publish-procedure/publish-procedure.ts";
import type { Doubt } from "./doubt.ts";
import { type ImportEntry, insertEntries } from "./import-store.ts";

/** A record of the file that could be read. */
export type ReadRecord = {
  readonly line: number;
  readonly content: ProcedureContent;
  readonly doubts: readonly Doubt[];
  readonly silent: ReadonlySet<string>;
};

export type BatchCounts = { added: number; changed: number; unchanged: number; doubtful: number };

/** Brings some records of different codes into the catalogue and accounts for each difference. */
export async function importBatch(
  sql: Sql,
  records: readonly ReadRecord[],
  run: { readonly importId: number; readonly at: number },
): Promise<BatchCounts> {
  const counts: BatchCounts = { added: 0, changed: 0, unchanged: 0, doubtful: 0 };
  const stored = await storedProceduresForUpdate(
    sql,
    records.map((record) => record.content.code),
  );
  const publications: Publication[] = [];
  const entries: ImportEntry[] = [];
  for (const record of records) {
    const known = stored.get(record.content.code);
    const step = known === undefined ? firstTime(record) : again(record, known);
    counts[step.outcome]++;
    if (step.outcome === "unchanged") continue;
    publications.push(step.publication);
    entries.push(...step.entries, ...doubtEntries(record));
    if (record.doubts.length > 0) counts.doubtful++;
  }
  await publishProcedures(sql, publications, { origin: "national", ...run }, stored);
  await insertEntries(sql, run.importId, entries);
  return counts;
}

type Step = {
  readonly outcome: "added" | "changed" | "unchanged";
  readonly publication: Publication;
  readonly entries: readonly ImportEntry[];
};

function firstTime({ line, content }: ReadRecord): Step {
  const entry: ImportEntry = { kind: "new", line, code: content.code, after: content.name };
  return { outcome: "added", publication: { content, national: content }, entries: [entry] };
}

function again({ line, content, silent }: ReadRecord, known: StoredProcedure): Step {
  const overridden = new Set(known.overrides.map((override) => override.field));
  const compared = compareNational({ ...known, overridden }, content, silent, isDeepStrictEqual);
  const back: ImportEntry[] =
    known.state === "withdrawn"
      ? [{ kind: "changed", line, code: known.code, field: "state", before: "withdrawn", after: "active" }]
      : [];
  // A procedure of our own that the national catalogue confirms word for word still gets the national side noted.
  const seenFirst = known.national === undefined;
  const outcome = compared.changes.length > 0 || back.length > 0 || seenFirst ? "changed" : "unchanged";
  return { outcome, publication: compared, entries: [...back, ...changeEntries(line, known.code, compared)] };
}

function changeEntries(line: number, code: string, { changes }: Comparison): readonly ImportEntry[] {
  return changes.map(({ field, before, after, kept }) => ({
    kind: "changed",
    line,
    code,
    field,
    before,
    after,
    ...(kept ? { reason: "kept-local" } : {}),
  }));
}

function doubtEntries({ line, content, doubts }: ReadRecord): readonly ImportEntry[] {
  return doubts.map(({ field, reason, value }) => ({
    kind: "doubtful",
    line,
    code: content.code,
    field,
    after: value,
    reason,
  }));
}
