import { z } from "zod";
import { ok, refuse } from "../../../kernel/result.ts";
import { instantOf, type LocalDate, localDateOf } from "../../../kernel/time.ts";
import { actorId } from "../../../platform/audit.ts";
import type { Command } from "../../../platform/command.ts";
import { checkDraft } from "../draft-faults.ts";
import { endDraft, findDraft } from "../draft-store.ts";
import { subjectOf } from "../manage-processes/start-draft.ts";
import { selectRunBy, selectVersions } from "../process-store.ts";
import type { ProcessesDeps } from "../processes-deps.ts";
import { publishProcess } from "../publish-process.ts";
import { dateField } from "./date-field.ts";
import { cannotReplace, scheduledOf } from "./overtaken.ts";

/** Steps of a called process have the id of their caller before their own. */
const StepId = z.string().max(130);

export const PublishDraft = z.object({
  id: z.coerce.number().int().positive(),
  version: z.coerce.number().int().positive(),
  validFrom: dateField,
  decision: z.string("required").trim().min(1, "required").max(200, "too-long"),
  reason: z.string("required").trim().min(1, "required").max(1000, "too-long"),
  running: z.enum(["stay", "move"]).default("stay"),
  /** Step of an old version → step of the new one. */
  mapping: z.record(StepId, StepId).default({}),
  /** Ids of published versions that wait for their first day and give way to this one: they never come into force. */
  replaces: z
    .union([z.coerce.number().int(), z.array(z.coerce.number().int())])
    .transform((ids) => [ids].flat())
    .default([]),
});
export type PublishDraft = z.infer<typeof PublishDraft>;
export type PublishRefusal =
  | "no-such-draft"
  | "changed-meanwhile"
  | "draft-faulty"
  | "nothing-changes"
  | "date-past"
  | "version-overtaken"
  | "not-waiting";

export type PublishedDraft = {
  readonly processId: number;
  readonly version: number;
  readonly isMoving: boolean;
};

/**
 * Publishes a draft as the next version and takes it away. Running cases keep their version (TT 01/2018, Điều 8 khoản
 * 4) unless the controller has them moved: that order is part of the same transaction, and carried out in the
 * background once the version is in force. A version that waits for its first day gives way where the controller names
 * it, whether this one begins before or after it (the same steps may thus get another day), and the order to move cases to
 * it falls away; one that would be overtaken unnamed has the publication refused.
 */
export function publishDraft(
  deps: Pick<ProcessesDeps, "runningCases" | "procedure" | "directory">,
): Command<unknown, PublishDraft, PublishedDraft, PublishRefusal> {
  return {
    name: "process.publish",
    permission: "process.manage",
    input: PublishDraft,
    run: async ({ sql, now, actor, about }, input) => {
      const draft = await findDraft(sql, input.id, { lock: true });
      if (draft === undefined) return refuse("no-such-draft");
      const { procedureCode, variantCode } = draft;
      const { running, replaces } = input;
      about(subjectOf(procedureCode, variantCode), { running, validFrom: input.validFrom, replaces });
      if (draft.version !== input.version) return refuse("changed-meanwhile");
      if (isPast(input.validFrom, localDateOf(now))) return refuse("date-past");
      const procedure = await deps.procedure(procedureCode);
      const against = { sql, procedure, directory: deps.directory, on: input.validFrom };
      const { faults, steps } = await checkDraft(draft, against);
      if (faults.length > 0 || steps === undefined) return refuse("draft-faulty");
      const earlier = await selectVersions(sql, procedureCode, variantCode);
      const scheduled = scheduledOf(earlier, localDateOf(now));
      const held = cannotReplace(scheduled, input.validFrom, replaces);
      if (held !== undefined) return refuse(held);
      const by = actorId(actor);
      const { validFrom, decision, reason } = input;
      const published = await publishProcess(
        sql,
        {
          procedureCode,
          variantCode,
          steps,
          terms: draft.terms,
          validFrom,
          decision,
          reason,
          publishedBy: by,
          replaces,
        },
        now,
      );
      if (!published.ok) return refuse("draft-faulty");
      if (!published.value.isNew) return refuse("nothing-changes");
      await endDraft(sql, draft, { processId: published.value.id, at: now, by });
      if (replaces.length > 0) await deps.runningCases.dropOrders(sql, replaces, now);
      const runBy = await selectRunBy(sql, procedureCode, variantCode);
      const from = runBy.map(({ id }) => id).filter((id) => id !== published.value.id);
      const isMoving = running === "move" && from.length > 0;
      if (isMoving)
        await deps.runningCases.order(sql, {
          fromProcessIds: from,
          toProcessId: published.value.id,
          mapping: input.mapping,
          decision,
          at: now,
          by,
          runAt: Math.max(now, instantOf(validFrom, 0)),
        });
      return ok({ processId: published.value.id, version: published.value.version, isMoving });
    },
  };
}

const isPast = (date: LocalDate, today: LocalDate): boolean => date < today;
