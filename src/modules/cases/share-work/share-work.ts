import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { MINUTE_MS } from "../../../kernel/time.ts";
import { writeAudit } from "../../../platform/audit.ts";
import { type Actor, type PostKind, unitsFor } from "../../../platform/permission.ts";
import type { CasesDeps } from "../cases-deps.ts";
import { moveStep } from "../move-step.ts";
import { planShare, type SharePlan } from "./plan-share.ts";

type Officer = Actor & { readonly kind: "officer" };

export type Shared = { readonly given: number; readonly asked: number };

/** A plan that was looked at for longer weighs the work by an old clock. */
const SEEN_MS = 15 * MINUTE_MS;

/** Gives out the steps of a plan, each by an action in its case's history; who was faster keeps theirs. */
export async function carryOut(
  deps: CasesDeps,
  plan: SharePlan,
  by: { readonly officerId?: number; readonly inPlaceOf?: number },
): Promise<Shared> {
  let given = 0;
  for (const { caseId, seq, officerId } of plan.shares) {
    const done = await moveStep(deps, {
      caseId,
      seq,
      command: "case.share-work",
      ...by,
      data: {
        type: "assigned",
        officerId,
        step: seq,
        why: { kind: "shared", automatic: by.officerId === undefined },
      },
      fits: (step) => step.officerId === undefined,
    });
    if (done) given++;
  }
  return { given, asked: plan.shares.length };
}

/**
 * Shares the free steps of a unit and post by load, as the plan that the officer saw says.
 * @param where with mark and moment of the plan they saw; another plan by now is "changed-meanwhile".
 */
export async function shareWork(
  deps: CasesDeps,
  actor: Officer,
  where: { readonly unitId: number; readonly post: PostKind; readonly mark: string; readonly at: number },
): Promise<Result<Shared, "not-your-unit" | "changed-meanwhile">> {
  const refusedWith = async (outcome: "not-your-unit" | "changed-meanwhile") => {
    const entry = { at: deps.clock(), actor, command: "case.share-work", subject: String(where.unitId) };
    await writeAudit(deps.database.pool, { ...entry, outcome });
    return refuse(outcome);
  };
  if (!unitsFor(actor, "case.share-work").includes(where.unitId)) return refusedWith("not-your-unit");
  const now = deps.clock();
  if (!(where.at <= now && where.at > now - SEEN_MS)) return refusedWith("changed-meanwhile");
  const plan = await planShare(deps, where.unitId, where.post, where.at);
  if (plan.mark !== where.mark) return refusedWith("changed-meanwhile");
  const leading = actor.posts.filter(
    (post) => post.unitId === where.unitId && (post.kind === "leader" || post.kind === "division-head"),
  );
  const own = leading.some((post) => post.inPlaceOf === undefined);
  const behind = own ? undefined : leading[0]?.inPlaceOf;
  return ok(
    await carryOut(deps, plan, {
      officerId: actor.id,
      ...(behind === undefined ? {} : { inPlaceOf: behind }),
    }),
  );
}
