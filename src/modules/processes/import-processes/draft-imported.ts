import { z } from "zod";
import { refuse } from "../../../kernel/result.ts";
import type { Command } from "../../../platform/command.ts";
import { beginDraft } from "../begin-draft.ts";
import { subjectOf } from "../manage-processes/start-draft.ts";
import type { ProcessesDeps } from "../processes-deps.ts";
import { findImported, markDrafted } from "./imported-store.ts";

export const DraftImported = z.object({
  id: z.coerce.number().int().positive(),
  procedureCode: z.string("required").trim().min(1, "required").max(60, "too-long"),
});
export type DraftImported = z.infer<typeof DraftImported>;
export type DraftImportedRefusal = "no-such-import" | "no-such-procedure" | "draft-open";

/** Begins the draft of a procedure with the steps that were read out of a decision; its page shows what was noted. */
export function draftImported(
  deps: Pick<ProcessesDeps, "procedure" | "directory">,
): Command<unknown, DraftImported, { readonly id: number }, DraftImportedRefusal> {
  return {
    name: "process.draft-imported",
    permission: "process.manage",
    input: DraftImported,
    run: async (context, { id, procedureCode }) => {
      const { sql, about } = context;
      about(subjectOf(procedureCode, ""));
      const imported = await findImported(sql, id);
      if (imported === undefined) return refuse("no-such-import");
      const procedure = await deps.procedure(procedureCode);
      if (procedure === undefined) return refuse("no-such-procedure");
      const { steps } = imported;
      const terms = Object.keys(imported.terms).length === 0 ? undefined : imported.terms;
      const drafted = { variantCode: "", steps, terms, basedOn: undefined };
      const begun = await beginDraft(deps, context, procedure, drafted);
      if (!begun.ok) return begun;
      await markDrafted(sql, id, procedureCode);
      return begun;
    },
  };
}
