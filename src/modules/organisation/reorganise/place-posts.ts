import type { PoolClient } from "pg";
import { z } from "zod";
import { ok, refuse } from "../../../kernel/result.ts";
import { type LocalDate, localDateOf } from "../../../kernel/time.ts";
import type { Command } from "../../../platform/command.ts";
import { planEffect } from "../domain/plan-rows.ts";
import { type PlanPost, unplacedPosts } from "../domain/unplaced-posts.ts";
import { faultLine, faultsOfPlan } from "./plan-reorganisation.ts";
import {
  findReorganisation,
  lockReorganisations,
  plannedReorganisations,
  planUnits,
  replanRows,
} from "./reorganisation-store.ts";

export const PlacePosts = z.object({
  id: z.number().int().positive(),
  posts: z
    .array(
      z.object({ unit: z.string().max(40), staffCode: z.string().min(1).max(60), to: z.string().max(40) }),
    )
    .min(1)
    .max(500),
});
export type PlacePosts = z.infer<typeof PlacePosts>;

export type PlacePostsRefusal = "unknown-plan" | "carried-out-already" | "plan-faulty";

/**
 * Says in a plan that waits, or is stuck on its day, where officers go who came into its units after it was made; then
 * the job tries it again. Nothing else of a plan changes.
 */
export const placePosts: Command<unknown, PlacePosts, undefined, PlacePostsRefusal> = {
  name: "organisation.place-posts",
  permission: "organisation.reorganise",
  input: PlacePosts,
  run: async ({ sql, now, about }, { id, posts }) => {
    await lockReorganisations(sql);
    const plan = await findReorganisation(sql, id, { lock: true });
    if (plan === undefined) return refuse("unknown-plan");
    if (plan.state !== "planned") return refuse("carried-out-already");
    const placed = posts.map(({ unit, staffCode, to }) => ({
      op: "post" as const,
      ...{ unit, to, part: staffCode, name: "" },
    }));
    const rows = [...plan.rows, ...placed];
    const [fault] = await faultsOfPlan(sql, { ...plan, rows }, localDateOf(now), id);
    if (fault !== undefined) return refuse("plan-faulty", faultLine(fault));
    await replanRows(sql, id, rows);
    about(String(id), { decision: plan.decision, placed: posts });
    return ok(undefined);
  },
};

/** The decisions of waiting plans that do not say yet where the holder of this post goes. */
export async function plansToPlaceIn(
  sql: PoolClient,
  post: PlanPost,
  today: LocalDate,
): Promise<readonly string[]> {
  const plans = await plannedReorganisations(sql);
  if (plans.length === 0) return [];
  const units = await planUnits(sql, today);
  return plans
    .filter(({ rows }) => unplacedPosts(planEffect(units, rows), units, [post]).length > 0)
    .map((plan) => plan.decision);
}
