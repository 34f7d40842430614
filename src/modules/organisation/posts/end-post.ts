import { z } from "zod";
import { ok, refuse } from "../../../kernel/result.ts";
import { localDateOf } from "../../../kernel/time.ts";
import type { Command } from "../../../platform/command.ts";
import { POST_KINDS } from "../../../platform/permission.ts";
import { dayField, neededId, neededText } from "../day-field.ts";
import type { Directory } from "../directory.ts";
import { giveStaffNotices } from "../staff-notice-store.ts";
import { staffReach } from "../staff-rights.ts";
import { findPostForUpdate, insertEnding } from "./post-ending-store.ts";
import type { StaffWork } from "./staff-work.ts";

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

/**
 * Ends a post on a day. Its holder has no access by it from that day on, whatever session is open; the open work moves
 * to the successor or back to the common queue by a job. The last holder of a post with open work cannot leave before
 * somebody else holds it; nor can the last administrator.
 */
export function endPost(
  directory: Directory,
  work: Pick<StaffWork, "openIn">,
): Command<unknown, EndPost, undefined, EndPostRefusal> {
  return {
    name: "organisation.end-post",
    permission: "organisation.post",
    input: EndPost,
    run: async ({ sql, actor, now, about }, input) => {
      const { officerId, unitId, kind, fromDay, successorId } = input;
      about(String(officerId), { unit: unitId, post: kind, from: fromDay });
      if (actor.kind !== "officer" || staffReach(directory, actor, unitId) === undefined)
        return refuse("not-your-unit");
      const today = localDateOf(now);
      if (fromDay < today) return refuse("begins-in-past");
      const post = await findPostForUpdate(sql, officerId, unitId, kind, today);
      if (post === undefined) return refuse("post-not-held");
      if (post.validTo !== null) return refuse("already-ends");
      if (successorId === officerId) return refuse("successor-is-self");
      const holders = await othersOn(sql, input);
      if (successorId !== undefined && !holders.includes(successorId))
        return refuse("successor-without-post");
      if (holders.length === 0 && (kind === "administrator" || (await work.openIn(unitId, kind)) > 0))
        return refuse("last-holder");
      await insertEnding(
        sql,
        { ...input, postId: post.id, successorId: successorId ?? null, recordedBy: actor.id },
        now,
      );
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

/** Who else holds the post on the day; locked, so that the last two cannot leave at the same moment. */
async function othersOn(
  sql: Parameters<typeof findPostForUpdate>[0],
  { officerId, unitId, kind, fromDay }: EndPost,
): Promise<readonly number[]> {
  const found = await sql.query<{ officer_id: number }>(
    `select p.officer_id from organisation.post p join organisation.officer o on o.id = p.officer_id
     where p.kind = $3 and ($3 = 'administrator' or p.unit_id = $2) and p.officer_id <> $1 and o.active
       and p.valid_from <= $4 and (p.valid_to is null or p.valid_to > $4)
     order by p.id for update of p`,
    [officerId, unitId, kind, fromDay],
  );
  return found.rows.map((row) => row.officer_id);
}
