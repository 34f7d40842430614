import type { Instant } from "../../../kernel/time.ts";
import { inTransaction } from "../case-command.ts";
import { findCase } from "../case-store.ts";
import type { CasesDeps } from "../cases-deps.ts";
import { groupsToFollow } from "../group-store.ts";
import { advanceGroup } from "./advance-group.ts";

const PAGE = 200;
const FIRST = "00000000-0000-0000-0000-000000000000";

/**
 * Follows every interconnected group under way: what became of its members, whose turn has come, whether its owner must
 * decide. Each group in a transaction of its own; may run at any time and twice. Answers how many groups moved on.
 */
export async function followGroups(deps: CasesDeps, now: Instant): Promise<number> {
  let moved = 0;
  for (let page = await groupsToFollow(deps.database.pool, FIRST, PAGE); page.length > 0; ) {
    for (const id of page) if (await followGroup(deps, id, now)) moved++;
    const last = page.at(-1);
    page =
      page.length < PAGE || last === undefined ? [] : await groupsToFollow(deps.database.pool, last, PAGE);
  }
  return moved;
}

/** One group; false where somebody else moved one of its cases at the same moment: the next run follows it. */
async function followGroup(deps: CasesDeps, id: string, now: Instant): Promise<boolean> {
  const done = await inTransaction(deps, async (client) => {
    const loaded = await findCase(client, id);
    if (loaded === undefined) throw new Error(`no group ${id}`);
    return advanceGroup(deps, client, loaded, now);
  });
  return done.ok;
}
