import { z } from "zod";
import { ok, refuse } from "../../../kernel/result.ts";
import { localDateOf } from "../../../kernel/time.ts";
import { actorId } from "../../../platform/audit.ts";
import type { Command } from "../../../platform/command.ts";
import type { DraftStep, ProcessTerms } from "../domain/process.ts";
import { draftFaults } from "../draft-faults.ts";
import { findDraft, updateDraft } from "../draft-store.ts";
import { subjectOf } from "../manage-processes/start-draft.ts";
import type { ProcessesDeps } from "../processes-deps.ts";
import { MOST_STEPS, StepSchema, TermsSchema } from "./draft-schema.ts";

export const ChangeDraft = z.object({
  id: z.number().int().positive(),
  /** The version that was seen. */
  version: z.number().int().positive(),
  steps: z.array(StepSchema).max(MOST_STEPS, "too-many-steps"),
  terms: TermsSchema.optional(),
});
export type ChangeDraft = z.infer<typeof ChangeDraft>;
export type ChangeRefusal = "no-such-draft" | "changed-meanwhile";

/**
 * Writes the steps and terms of a draft. A faulty one is kept too, its faults are counted; it cannot be published. Who
 * saw an older version must look again.
 */
export const changeDraft = (
  deps: Pick<ProcessesDeps, "procedure" | "directory">,
): Command<unknown, ChangeDraft, { readonly version: number }, ChangeRefusal> => ({
  name: "process.change-draft",
  permission: "process.manage",
  input: ChangeDraft,
  run: async ({ sql, now, actor, about }, input) => {
    const draft = await findDraft(sql, input.id, { lock: true });
    if (draft === undefined) return refuse("no-such-draft");
    const content = whole(input);
    about(subjectOf(draft.procedureCode, draft.variantCode), { steps: content.steps.length });
    const procedure = await deps.procedure(draft.procedureCode);
    const against = { sql, procedure, directory: deps.directory, on: localDateOf(now) };
    const faults = (await draftFaults({ ...draft, terms: undefined, ...content }, against)).length;
    const seen = { id: input.id, version: input.version };
    const isKept = await updateDraft(sql, seen, { ...content, faults, at: now, by: actorId(actor) });
    return isKept ? ok({ version: input.version + 1 }) : refuse("changed-meanwhile");
  },
});

/** What a draft holds, as it will come back from the database. */
export type Whole = { readonly steps: readonly DraftStep[]; readonly terms?: ProcessTerms };

/** Without what is undefined, as it will come back from the database. */
export function whole({ steps, terms }: Pick<ChangeDraft, "steps" | "terms">): Whole {
  return JSON.parse(JSON.stringify({ steps, ...(isEmpty(terms) ? {} : { terms }) })) as Whole;
}

function isEmpty(terms: ChangeDraft["terms"]): boolean {
  return terms?.appointments === undefined && terms?.whenSilent === undefined;
}
