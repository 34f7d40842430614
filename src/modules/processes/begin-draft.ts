import { ok, type Result, refuse } from "../../kernel/result.ts";
import { localDateOf } from "../../kernel/time.ts";
import { actorId } from "../../platform/audit.ts";
import type { CommandContext } from "../../platform/command.ts";
import { draftFaults } from "./draft-faults.ts";
import { findDraftOf, insertDraft, type NewDraft } from "./draft-store.ts";
import type { ProcedureFacts, ProcessesDeps } from "./processes-deps.ts";

/**
 * Writes the draft of a procedure or variant with its faults counted. Refuses where one is open: there is at most one, so
 * that two people edit the same.
 */
export async function beginDraft(
  { directory }: Pick<ProcessesDeps, "directory">,
  { sql, now, actor }: Pick<CommandContext<unknown>, "sql" | "now" | "actor">,
  procedure: ProcedureFacts,
  draft: Omit<NewDraft, "faults" | "at" | "by" | "procedureCode">,
): Promise<Result<{ readonly id: number }, "draft-open">> {
  const drafted = { ...draft, procedureCode: procedure.code };
  if ((await findDraftOf(sql, procedure.code, draft.variantCode)) !== undefined) return refuse("draft-open");
  const against = { sql, procedure, directory, on: localDateOf(now) };
  const faults = (await draftFaults({ terms: undefined, ...drafted }, against)).length;
  const id = await insertDraft(sql, { ...drafted, faults, at: now, by: actorId(actor) });
  return id === undefined ? refuse("draft-open") : ok({ id });
}
