import { z } from "zod";
import { ok, refuse } from "../../../kernel/result.ts";
import { localDateOf } from "../../../kernel/time.ts";
import { actorId } from "../../../platform/audit.ts";
import type { Command } from "../../../platform/command.ts";
import { draftFaults } from "../draft-faults.ts";
import { findDraftOf, insertDraft } from "../draft-store.ts";
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
    run: async ({ sql, now, actor, about }, { id, procedureCode }) => {
      about(subjectOf(procedureCode, ""));
      const imported = await findImported(sql, id);
      if (imported === undefined) return refuse("no-such-import");
      const procedure = await deps.procedure(procedureCode);
      if (procedure === undefined) return refuse("no-such-procedure");
      if ((await findDraftOf(sql, procedureCode, "")) !== undefined) return refuse("draft-open");
      const { steps } = imported;
      const terms = Object.keys(imported.terms).length === 0 ? undefined : imported.terms;
      const drafted = { procedureCode, variantCode: "", steps, terms };
      const against = { sql, procedure, directory: deps.directory, on: localDateOf(now) };
      const draftId = await insertDraft(sql, {
        ...drafted,
        basedOn: undefined,
        faults: (await draftFaults(drafted, against)).length,
        at: now,
        by: actorId(actor),
      });
      if (draftId === undefined) return refuse("draft-open");
      await markDrafted(sql, id, procedureCode);
      return ok({ id: draftId });
    },
  };
}
