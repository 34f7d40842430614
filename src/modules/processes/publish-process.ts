import { canonicalJson } from "../../kernel/canonical-json.ts";
import { ok, type Result, refuse } from "../../kernel/result.ts";
import type { Instant, LocalDate } from "../../kernel/time.ts";
import type { ProcessStep, ProcessTerms } from "./domain/process.ts";
import type { ProcessFault } from "./domain/process-faults.ts";
import { comesIntoForce, type Dated, nextInTime, sayTheSame } from "./domain/versions-in-time.ts";
import { processFaults } from "./process-faults.ts";
import {
  endVersions,
  insertVersion,
  type ProcessVersion,
  type PublishedBy,
  type Sql,
  selectVersions,
} from "./process-store.ts";

/** A process to publish for a procedure, or for one of its variants alone. */
export type NewProcess = {
  readonly procedureCode: string;
  readonly variantCode?: string | undefined;
  readonly steps: readonly ProcessStep[];
  readonly terms?: ProcessTerms | undefined;
  /** The first day on which cases are received under it. */
  readonly validFrom: LocalDate;
  /** Ids of versions not yet in force that give way to it and never will be. */
  readonly replaces?: readonly number[] | undefined;
  /** For what comes with the program: a version that a person published stays the newest. */
  readonly yields?: boolean | undefined;
} & PublishedBy;

/**
 * Publishes a process as the next version. Where on every day the same steps and terms would be in force as without it,
 * nothing is written. Refuses a faulty one with its first fault. Cases already received keep their version (TT 01/2018,
 * Điều 8 khoản 4).
 * @param sql a client inside the caller's transaction.
 */
export async function publishProcess(
  sql: Sql,
  process: NewProcess,
  now: Instant,
): Promise<
  Result<{ readonly id: number; readonly version: number; readonly isNew: boolean }, ProcessFault["fault"]>
> {
  const { procedureCode, variantCode = "", steps, terms, validFrom, replaces = [] } = process;
  const [fault] = processFaults({ steps, ...(terms === undefined ? {} : { terms }) });
  if (fault !== undefined) return refuse(fault.fault);
  const versions = await selectVersions(sql, procedureCode, variantCode);
  const [newest] = versions;
  const { stay, ends } = nextInTime(versions, validFrom, replaces);
  const changes = !sayTheSame(versions.filter(comesIntoForce).map(dated), [
    ...stay.map(dated),
    { validFrom, content: contentOf({ steps, terms }) },
  ]);
  const yields = process.yields === true && newest !== undefined && keeps(newest, { steps, terms });
  if (newest !== undefined && (!changes || yields))
    return ok({ id: newest.id, version: newest.definition.version, isNew: false });
  const version = (newest?.definition.version ?? 0) + 1;
  const { decision, reason, publishedBy } = process;
  const row = { procedureCode, variantCode, version, steps, terms, validFrom, publishedAt: now };
  await endVersions(sql, ends);
  return ok({
    id: await insertVersion(sql, { ...row, decision, reason, publishedBy }),
    version,
    isNew: true,
  });
}

type Whole = { readonly steps: readonly ProcessStep[]; readonly terms?: ProcessTerms | undefined };

/** Whether the program leaves a version be: somebody published it, or it says what the program says. */
function keeps({ publishedBy, definition }: ProcessVersion, whole: Whole): boolean {
  return publishedBy !== undefined || contentOf(definition) === contentOf(whole);
}

function dated({ validFrom, definition }: ProcessVersion): Dated {
  return { validFrom, content: contentOf(definition) };
}

function contentOf({ steps, terms }: Whole): string {
  return canonicalJson(JSON.parse(JSON.stringify({ steps, terms })));
}
