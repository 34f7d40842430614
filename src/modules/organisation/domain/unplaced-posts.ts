import type { Ending, PlanEffect } from "./plan-rows.ts";

/** A post in one of the units, by the staff code of who holds it. */
export type PlanPost = { readonly unit: string; readonly staffCode: string; readonly kind: string };

/**
 * The posts whose holders the plan must still say where to go. A merger says it by itself. Of a split unit each is
 * placed, by name or with all others. So it is of a dissolved one, whose leaders are placed by name: nobody becomes
 * leader of an agency of the province because the agency takes over the papers. Pure.
 */
export function unplacedPosts<Found extends PlanPost>(
  { endings, posts: placed }: Pick<PlanEffect, "endings" | "posts">,
  posts: readonly Found[],
): readonly { readonly post: Found; readonly ending: Ending }[] {
  const byUnit = new Map(endings.map((ending) => [ending.unit, ending]));
  return posts.flatMap((post) => {
    const ending = byUnit.get(post.unit);
    if (ending === undefined || ending.how === "merge") return [];
    const byName = ending.how === "dissolve" && post.kind === "leader";
    const isPlaced = placed.some(
      ({ unit, staffCode }) =>
        unit === post.unit && (staffCode === post.staffCode || (staffCode === "" && !byName)),
    );
    return isPlaced ? [] : [{ post, ending }];
  });
}
