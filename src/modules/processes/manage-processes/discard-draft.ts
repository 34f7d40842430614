import { z } from "zod";
import { ok, refuse } from "../../../kernel/result.ts";
import { actorId } from "../../../platform/audit.ts";
import type { Command } from "../../../platform/command.ts";
import { endDraft, findDraft } from "../draft-store.ts";
import { subjectOf } from "./start-draft.ts";

export const DiscardDraft = z.object({
  id: z.coerce.number().int().positive(),
  version: z.coerce.number().int().positive(),
});
export type DiscardDraft = z.infer<typeof DiscardDraft>;
export type DiscardRefusal = "no-such-draft" | "changed-meanwhile";

/** Throws a draft away, as it was seen; what is published stays in force. */
export const discardDraft: Command<
  unknown,
  DiscardDraft,
  { readonly procedureCode: string },
  DiscardRefusal
> = {
  name: "process.discard-draft",
  permission: "process.manage",
  input: DiscardDraft,
  run: async ({ sql, now, actor, about }, { id, version }) => {
    const draft = await findDraft(sql, id, { lock: true });
    if (draft === undefined) return refuse("no-such-draft");
    about(subjectOf(draft.procedureCode, draft.variantCode), { version, steps: draft.steps.length });
    const isGone = await endDraft(sql, { id, version }, { at: now, by: actorId(actor) });
    if (!isGone) return refuse("changed-meanwhile");
    return ok({ procedureCode: draft.procedureCode });
  },
};
