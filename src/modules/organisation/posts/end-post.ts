import { z } from "zod";
import { ok, refuse } from "../../../kernel/result.ts";
import { localDateOf } from "../../../kernel/time.ts";
import type { Command } from "../../../platform/command.ts";
import { POST_KINDS, type PostKind } from "../../../platform/permission.ts";
import { endDelegationsTo } from "../absences/absence-store.ts";
import { dayField, neededId, neededText } from "../day-field.ts";
import type { Directory } from "../directory.ts";
import { giveStaffNotices } from "../staff-notice-store.ts";
import { DELEGABLE, staffReach } from "../staff-rights.ts";
import { findPostForUpdate, insertEnding } from "./post-ending-store.ts";

export const EndPost = z.object({
  officerId: neededId,
  unitId: neededId,
  kind: z.enum(POST_KINDS),
  /** The first day on which the post is not held any more; today: at once. */
  fromDay: dayField,
  reason: neededText(500),
  decision: neededText(200),
  /** Who takes the open work; nobody: the common queue. */
  successorId: z.union([z.literal("").transform(() => undefined), neededId]).optional(),
});
export type EndPost = z.infer<typeof EndPost>;

export type EndPostRefusal =
  | "not-your-unit"
  | "post-not-held"
  | "already-ends"
  | "begins-in-past"
  | "successor-is-self"
  | "successor-without-post"
  | "last-holder";

/** Posts that somebody must hold: those of the daily work, for there is always another case, and the administrator's. */
const NEEDED: readonly PostKind[] = [...DELEGABLE, "administrator"];

/**
 * Ends a post on a day, or on an earlier one than was recorded. Its holder has no access by it from that day on,
 * whatever session is open, and acts for nobody any more; the open work moves to the successor or back to the common
 * queue by a job. The last holder of a post cannot leave before somebody else holds it for good, whatever lies there
 * now: cases may come until the day, and after it.
 */
export function endPost(directory: Directory): Command<unknown, EndPost, undefined, EndPostRefusal> {
  return {
    name: "organisation.end-post",
    permission: "organisation.post",
    input: EndPost,
    run: async ({ sql, actor, now, about }, input) => {
      const { officerId, unitId, kind, fromDay, successorId } = input;
      about(String(officerId), { unit: unitId, post: kind, from: fromDay, decision: input.decision });
      if (actor.kind !== "officer" || staffReach(directory, actor, unitId) === undefined)
        return refuse("not-your-unit");
      const today = localDateOf(now);
      if (fromDay < today) return refuse("begins-in-past");
      const post = await findPostForUpdate(sql, officerId, unitId, kind, today);
      if (post === undefined) return refuse("post-not-held");
      if (post.validTo !== null && post.validTo <= fromDay) return refuse("already-ends");
      if (successorId === officerId) return refuse("successor-is-self");
      const holders = await othersOn(sql, input);
      if (successorId !== undefined && !holders.some((one) => one.officerId === successorId))
        return refuse("successor-without-post");
      if (NEEDED.includes(kind) && !holders.some((one) => one.stays)) return refuse("last-holder");
      await insertEnding(
        sql,
        { ...input, postId: post.id, successorId: successorId ?? null, recordedBy: actor.id },
        now,
      );
      await endDelegationsTo(sql, officerId, fromDay);
      const told = [
        { officerId, kind: "post-ends" as const, postId: post.id },
        ...(successorId === undefined
          ? []
          : [{ officerId: successorId, kind: "successor" as const, postId: post.id }]),
      ];
      await giveStaffNotices(sql, told, now);
      return ok(undefined);
    },
  };
}

/** Who else holds the post on the day, and whether for good; locked, so that the last two cannot leave at the same moment. */
async function othersOn(
  sql: Parameters<typeof findPostForUpdate>[0],
  { officerId, unitId, kind, fromDay }: EndPost,
): Promise<readonly { readonly officerId: number; readonly stays: boolean }[]> {
  const found = await sql.query<{ officerId: number; stays: boolean }>(
    `select p.officer_id as "officerId", p.valid_to is null as stays from organisation.post p join organisation.officer o on o.id = p.officer_id
     where p.kind = $3 and ($3 = 'administrator' or p.unit_id = $2) and p.officer_id <> $1 and o.active
       and p.valid_from <= $4 and (p.valid_to is null or p.valid_to > $4)
     order by p.id for update of p`,
    [officerId, unitId, kind, fromDay],
  );
  return found.rows;
}
