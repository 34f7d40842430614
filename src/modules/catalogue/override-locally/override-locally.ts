import { z } from "zod";
import { ok, refuse } from "../../../kernel/result.ts";
import { actorId } from "../../../platform/audit.ts";
import type { Command, CommandContext } from "../../../platform/command.ts";
import { storedProceduresForUpdate } from "../catalogue-store.ts";
import { OVERRIDE_FIELDS } from "../domain/local-override.ts";
import { type ParseOverrideRefusal, parseOverride } from "../domain/parse-override.ts";
import { type Published, publishProcedure } from "../publish-procedure/publish-procedure.ts";
import { deleteOverride, putOverride } from "./override-store.ts";

export const SetOverride = z.object({
  code: z.string().min(1, "required").max(60),
  field: z.enum(OVERRIDE_FIELDS, "required"),
  value: z.string("required").trim().min(1, "required").max(4000, "too-long"),
  /** Decision or resolution: what the province may say above the national catalogue must have a basis. */
  reason: z.string("required").trim().min(1, "required").max(1000, "too-long"),
});
export type SetOverride = z.infer<typeof SetOverride>;
export type OverrideRefusal = ParseOverrideRefusal | "no-such-procedure" | "no-such-override";

/** Lays a value of the province over a procedure; the new version is in force at once and imports keep it. */
export const setOverride: Command<unknown, SetOverride, Published, OverrideRefusal> = {
  name: "catalogue.set-override",
  permission: "catalogue.manage",
  input: SetOverride,
  run: async (context, { code, field, value, reason }) => {
    const parsed = parseOverride(field, value);
    if (!parsed.ok) return parsed;
    const stored = await activeProcedure(context, code);
    if (stored === undefined) return refuse("no-such-procedure");
    await putOverride(context.sql, {
      procedureId: stored.id,
      field,
      value: parsed.value,
      reason,
      at: context.now,
      by: actorId(context.actor),
    });
    context.about(code, { field });
    return ok(await publishProcedure(context.sql, stored.base, { origin: stored.origin, at: context.now }));
  },
};

export const RemoveOverride = SetOverride.pick({ code: true, field: true });
export type RemoveOverride = z.infer<typeof RemoveOverride>;

/** Takes a value of the province away; the procedure follows the catalogue again. */
export const removeOverride: Command<unknown, RemoveOverride, Published, OverrideRefusal> = {
  name: "catalogue.remove-override",
  permission: "catalogue.manage",
  input: RemoveOverride,
  run: async (context, { code, field }) => {
    const stored = await activeProcedure(context, code);
    if (stored === undefined) return refuse("no-such-procedure");
    if (!(await deleteOverride(context.sql, stored.id, field))) return refuse("no-such-override");
    context.about(code, { field });
    // Whether desks take it in was decided here alone: without the decision it is as the catalogue has it.
    const receivable = field === "receivable" ? { receivable: stored.origin === "seed" } : {};
    const options = { origin: stored.origin, at: context.now, ...receivable };
    return ok(await publishProcedure(context.sql, stored.base, options));
  },
};

/** A withdrawn procedure has nothing left to decide; publishing would bring it back to life. */
async function activeProcedure(context: CommandContext<unknown>, code: string) {
  const stored = (await storedProceduresForUpdate(context.sql, [code])).get(code);
  return stored?.state === "active" ? stored : undefined;
}
