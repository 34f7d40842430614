import { type LocalDate, localDateOf } from "../../../kernel/time.ts";
import type { Expansion } from "../domain/expand-subprocesses.ts";
import { checkDraft } from "../draft-faults.ts";
import {
  type DraftContent,
  type EndedDraft,
  findDraft,
  findDraftOf,
  findEndedDraft,
  type ProcessDraft,
} from "../draft-store.ts";
import {
  type ProcessVersion,
  type StoredProcess,
  selectBase,
  selectRunBy,
  selectVersion,
  selectVersions,
} from "../process-store.ts";
import type { ProcedureFacts, ProcessesDeps } from "../processes-deps.ts";
import { expandDraft } from "../publish-draft/expand-draft.ts";
import { idOf } from "../texts.ts";

export type { DraftContent, EndedDraft, ProcessDraft, ProcessVersion };

/** A published version among all of its procedure and variant, newest first. */
export type ShownProcess = { readonly version: ProcessVersion; readonly all: readonly ProcessVersion[] };

export async function processOf(
  { database }: Pick<ProcessesDeps, "database">,
  id: number,
): Promise<ShownProcess | undefined> {
  const version = await selectVersion(database.pool, id);
  if (version === undefined) return undefined;
  return { version, all: await selectVersions(database.pool, version.procedureCode, version.variantCode) };
}

/** Every version of a procedure or variant, newest first. */
export async function versionsOf(
  { database }: Pick<ProcessesDeps, "database">,
  { procedureCode, variantCode }: Pick<ProcessDraft, "procedureCode" | "variantCode">,
): Promise<readonly ProcessVersion[]> {
  return selectVersions(database.pool, procedureCode, variantCode);
}

/** The versions by which cases of a draft's procedure or variant may run. */
export async function versionsRunBy(
  { database }: Pick<ProcessesDeps, "database">,
  { procedureCode, variantCode }: Pick<ProcessDraft, "procedureCode" | "variantCode">,
): Promise<readonly ProcessVersion[]> {
  return selectRunBy(database.pool, procedureCode, variantCode);
}

/** The open draft of a procedure or variant. */
export async function draftOf(
  { database }: Pick<ProcessesDeps, "database">,
  procedureCode: string,
  variantCode: string,
): Promise<ProcessDraft | undefined> {
  return findDraftOf(database.pool, procedureCode, variantCode);
}

/** The draft that an address names; undefined where it names none. */
export async function draftAsked(
  deps: Pick<ProcessesDeps, "database">,
  params: { readonly id: string },
): Promise<ProcessDraft | undefined> {
  const id = idOf(params.id);
  return id === undefined ? undefined : findDraft(deps.database.pool, id);
}

/** What became of the draft that an address names; undefined where it is open or never was. */
export async function endedDraftAsked(
  { database }: Pick<ProcessesDeps, "database">,
  params: { readonly id: string },
): Promise<EndedDraft | undefined> {
  const id = idOf(params.id);
  return id === undefined ? undefined : findEndedDraft(database.pool, id);
}

/** What the next draft of the procedure or variant would begin from. */
export async function baseFor(
  { database, clock }: Pick<ProcessesDeps, "database" | "clock">,
  { procedureCode, variantCode }: Pick<ProcessDraft, "procedureCode" | "variantCode">,
): Promise<StoredProcess | undefined> {
  return selectBase(database.pool, procedureCode, variantCode, localDateOf(clock()));
}

/** The steps of a draft as they would run if it were in force today. */
export async function expandedDraft(
  { database, clock }: Pick<ProcessesDeps, "database" | "clock">,
  draft: ProcessDraft,
): Promise<Expansion> {
  return expandDraft(database.pool, draft, localDateOf(clock()));
}

/**
 * What would keep a draft from being published, were it tried, and its steps as they would run.
 * @param on the day of publication; today unless given.
 */
export async function checkedDraft(
  { database, directory, clock }: Pick<ProcessesDeps, "database" | "directory" | "clock">,
  draft: Pick<ProcessDraft, "procedureCode" | "variantCode" | "steps" | "terms">,
  procedure: ProcedureFacts | undefined,
  on: LocalDate = localDateOf(clock()),
): ReturnType<typeof checkDraft> {
  return checkDraft(draft, { sql: database.pool, procedure, directory, on });
}
