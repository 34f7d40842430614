import { z } from "zod";
import { ok, refuse } from "../../../kernel/result.ts";
import { actorId } from "../../../platform/audit.ts";
import type { Command } from "../../../platform/command.ts";
import { findReorganisation, lockReorganisations, markWithdrawn } from "./reorganisation-store.ts";

export const WithdrawReorganisation = z.object({
  id: z.coerce.number().int().positive(),
  reason: z.string({ error: "required" }).trim().min(1, "required").max(1000, "too-long"),
});
export type WithdrawReorganisation = z.infer<typeof WithdrawReorganisation>;

/** Takes a planned re-organisation back, with a reason, until it is carried out; after that only a new plan helps. */
export const withdrawReorganisation: Command<
  unknown,
  WithdrawReorganisation,
  undefined,
  "unknown-plan" | "carried-out-already"
> = {
  name: "organisation.withdraw-reorganisation",
  permission: "organisation.reorganise",
  input: WithdrawReorganisation,
  run: async ({ sql, now, actor, about }, { id, reason }) => {
    await lockReorganisations(sql);
    const plan = await findReorganisation(sql, id, { lock: true });
    if (plan === undefined) return refuse("unknown-plan");
    if (plan.state !== "planned") return refuse("carried-out-already");
    const by = actor.kind === "officer" ? actorId(actor) : undefined;
    await markWithdrawn(sql, id, { at: now, by, reason });
    about(String(id), { decision: plan.decision });
    return ok(undefined);
  },
};
