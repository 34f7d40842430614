import type { Ending, PlanEffect, PlanUnit } from "./plan-rows.ts";

/** A post in one of the units, by the staff code of who holds it. */
export type PlanPost = { readonly unit: string; readonly staffCode: string; readonly kind: string };

/**
 * The posts whose holders the plan must still say where to go. A merger says it by itself; who works in a split or
 * dissolved unit is placed, by name or with all others. A leader of a dissolved unit, or one who would come to another
 * level, is placed by name: nobody leads an agency of the province because it takes over the papers. Pure.
 */
export function unplacedPosts<Found extends PlanPost>(
  { created, endings, posts: placed }: PlanEffect,
  units: readonly PlanUnit[],
  posts: readonly Found[],
): readonly { readonly post: Found; readonly ending: Ending }[] {
  const endingOf = new Map(endings.map((ending) => [ending.unit, ending]));
  const levelOf = new Map([...units, ...created].map((unit) => [unit.code, unit.level]));
  return posts.flatMap((post) => {
    const ending = endingOf.get(post.unit);
    if (ending === undefined) return [];
    const rows = placed.filter((row) => row.unit === post.unit);
    if (rows.some((row) => row.staffCode === post.staffCode)) return [];
    const to =
      rows.find((row) => row.staffCode === "")?.to ?? (ending.how === "merge" ? ending.main : undefined);
    const byName =
      post.kind === "leader" &&
      (ending.how === "dissolve" || levelOf.get(to ?? "") !== levelOf.get(post.unit));
    return to === undefined || byName ? [{ post, ending }] : [];
  });
}
