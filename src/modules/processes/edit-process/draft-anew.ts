import { refuse } from "../../../kernel/result.ts";
import { localDateOf } from "../../../kernel/time.ts";
import type { Command } from "../../../platform/command.ts";
import { beginDraft } from "../begin-draft.ts";
import { findDraft, findEndedDraft } from "../draft-store.ts";
import { subjectOf } from "../manage-processes/start-draft.ts";
import { selectBase } from "../process-store.ts";
import type { ProcessesDeps } from "../processes-deps.ts";
import { ChangeDraft, whole } from "./change-draft.ts";

/** What was typed into a draft that somebody else published or discarded meanwhile. */
export const DraftAnew = ChangeDraft.omit({ version: true });
export type DraftAnew = Omit<ChangeDraft, "version">;
export type AnewRefusal = "no-such-draft" | "still-open" | "no-such-procedure" | "draft-open";

/** Begins the next draft of the same procedure or variant with what was typed into one that has ended. */
export const draftAnew = (
  deps: Pick<ProcessesDeps, "procedure" | "directory">,
): Command<unknown, DraftAnew, { readonly id: number }, AnewRefusal> => ({
  name: "process.draft-anew",
  permission: "process.manage",
  input: DraftAnew,
  run: async (context, input) => {
    const { sql, now, about } = context;
    if ((await findDraft(sql, input.id)) !== undefined) return refuse("still-open");
    const ended = await findEndedDraft(sql, input.id);
    if (ended === undefined) return refuse("no-such-draft");
    const { procedureCode, variantCode } = ended;
    about(subjectOf(procedureCode, variantCode), { after: input.id });
    const procedure = await deps.procedure(procedureCode);
    if (procedure === undefined) return refuse("no-such-procedure");
    const base = await selectBase(sql, procedureCode, variantCode, localDateOf(now));
    return beginDraft(deps, context, procedure, { variantCode, ...whole(input), basedOn: base?.id });
  },
});
