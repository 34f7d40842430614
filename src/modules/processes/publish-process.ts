import { isDeepStrictEqual } from "node:util";
import { ok, type Result, refuse } from "../../kernel/result.ts";
import type { Instant, LocalDate } from "../../kernel/time.ts";
import type { ProcessStep, ProcessTerms } from "./domain/process.ts";
import type { ProcessFault } from "./domain/process-faults.ts";
import { processFaults } from "./process-faults.ts";
import { insertVersion, type PublishedBy, type Sql, selectNewest } from "./process-store.ts";

/** A process to publish for a procedure, or for one of its variants alone. */
export type NewProcess = {
  readonly procedureCode: string;
  readonly variantCode?: string | undefined;
  readonly steps: readonly ProcessStep[];
  readonly terms?: ProcessTerms | undefined;
  /** The first day on which cases are received under it. */
  readonly validFrom: LocalDate;
  /** For what comes with the program: a version that a person published stays the newest. */
  readonly yields?: boolean | undefined;
} & PublishedBy;

/**
 * Publishes a process as the next version; the same steps as the newest version are not published again.
 * Refuses a faulty one with its first fault. Cases already received keep their version (TT 01/2018, Điều 8 khoản 4).
 * @param sql a client inside the caller's transaction.
 */
export async function publishProcess(
  sql: Sql,
  process: NewProcess,
  now: Instant,
): Promise<
  Result<{ readonly id: number; readonly version: number; readonly isNew: boolean }, ProcessFault["fault"]>
> {
  const { procedureCode, variantCode = "", steps, terms, validFrom } = process;
  const [fault] = processFaults({ steps, ...(terms === undefined ? {} : { terms }) });
  if (fault !== undefined) return refuse(fault.fault);
  const newest = await selectNewest(sql, procedureCode, variantCode);
  const same = newest !== undefined && isDeepStrictEqual(wholeOf(newest.definition), plain({ steps, terms }));
  const isEdited = process.yields === true && newest?.publishedBy !== undefined;
  if (newest !== undefined && (same || isEdited))
    return ok({ id: newest.id, version: newest.definition.version, isNew: false });
  const version = (newest?.definition.version ?? 0) + 1;
  const { decision, reason, publishedBy } = process;
  const row = { procedureCode, variantCode, version, steps, terms, validFrom, publishedAt: now };
  return ok({
    id: await insertVersion(sql, { ...row, decision, reason, publishedBy }),
    version,
    isNew: true,
  });
}

type Whole = { readonly steps: readonly ProcessStep[]; readonly terms?: ProcessTerms | undefined };
const wholeOf = ({ steps, terms }: Whole): unknown => plain({ steps, terms });

/** As it will come back from the database: absent where undefined. */
const plain = (whole: Whole): unknown => JSON.parse(JSON.stringify(whole));
