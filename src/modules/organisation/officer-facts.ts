import type { HeldPost } from "../../platform/permission.ts";
import type { Directory } from "./directory.ts";

/** Who an officer is today: undefined for one who left or is unknown. The posts are their own and those they
 * fill today for absent officers; `place` is where they work, in one line. */
export function officerFacts(
  directory: Directory,
  officerId: number,
): { readonly name: string; readonly posts: readonly HeldPost[]; readonly place: string } | undefined {
  const officer = directory.findOfficer(officerId);
  if (officer?.active !== true) return undefined;
  const posts = directory.postsOf(officerId);
  const places = new Set(posts.map((post) => directory.unit(post.unitId).shortName));
  return {
    name: officer.fullName,
    posts: [
      ...posts.map(({ unitId, kind }) => {
        const archives = directory.predecessorsOf(unitId);
        return archives.length === 0 ? { unitId, kind } : { unitId, kind, archives };
      }),
      ...directory.filledPostsOf(officerId),
    ],
    place: [...places].join(", "),
  };
}
