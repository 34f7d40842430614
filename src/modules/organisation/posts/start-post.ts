import { z } from "zod";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { localDateOf } from "../../../kernel/time.ts";
import type { Command } from "../../../platform/command.ts";
import { POST_KINDS } from "../../../platform/permission.ts";
import { dayField, freeText, neededId, neededText } from "../day-field.ts";
import type { Directory } from "../directory.ts";
import { plansToPlaceIn } from "../reorganise/place-posts.ts";
import { giveStaffNotices } from "../staff-notice-store.ts";
import { DELEGABLE, staffReach } from "../staff-rights.ts";

export const StartPost = z.object({
  unitId: neededId,
  /** The number of the personnel files (số hiệu). */
  staffCode: neededText(60),
  /** The name of somebody who is not known yet; only the administrator enters new people. */
  fullName: freeText(200),
  kind: z.enum(POST_KINDS, { error: "required" }),
  title: neededText(200),
  fromDay: dayField,
});
export type StartPost = z.infer<typeof StartPost>;

export type StartPostRefusal =
  | "not-your-unit"
  | "post-not-yours-to-give"
  | "begins-in-past"
  | "officer-unknown"
  | "officer-left"
  | "post-held-already";

export type StartedPost = {
  readonly officerId: number;
  /** The decisions of waiting re-organisations that must say where the officer goes. */
  readonly toPlaceIn: readonly string[];
};

type Sql = Parameters<typeof giveStaffNotices>[0];

/**
 * Gives an officer a post from a day on. A leader gives the posts of daily work in their unit; posts that reach the
 * whole province, and people who are new, are the administrator's.
 */
export function startPost(directory: Directory): Command<unknown, StartPost, StartedPost, StartPostRefusal> {
  return {
    name: "organisation.start-post",
    permission: "organisation.post",
    input: StartPost,
    run: async ({ sql, actor, now, about }, input) => {
      about(input.staffCode, { unit: input.unitId, post: input.kind, from: input.fromDay });
      const reach = staffReach(directory, actor, input.unitId);
      if (reach === undefined) return refuse("not-your-unit");
      if (reach === "leader" && !DELEGABLE.includes(input.kind)) return refuse("post-not-yours-to-give");
      if (input.fromDay < localDateOf(now)) return refuse("begins-in-past");
      const officer = await officerOf(sql, input, reach === "administrator");
      if (!officer.ok) return officer;
      const officerId = officer.value;
      const held = await sql.query(
        `select 1 from organisation.post where officer_id = $1 and unit_id = $2 and kind = $3
           and (valid_to is null or valid_to > $4)`,
        [officerId, input.unitId, input.kind, input.fromDay],
      );
      if ((held.rowCount ?? 0) > 0) return refuse("post-held-already");
      const added = await sql.query<{ id: number }>(
        `insert into organisation.post (officer_id, unit_id, kind, title, valid_from) values ($1, $2, $3, $4, $5)
         on conflict (officer_id, unit_id, kind, valid_from) do nothing returning id`,
        [officerId, input.unitId, input.kind, input.title, input.fromDay],
      );
      const postId = added.rows[0]?.id;
      // Begun and ended on the same day: the row stands for history and is not opened again.
      if (postId === undefined) return refuse("post-held-already");
      await giveStaffNotices(sql, [{ officerId, kind: "post-begins", postId }], now);
      const { staffCode, kind } = input;
      const post = { unit: directory.unit(input.unitId).code, staffCode, kind };
      return ok({ officerId, toPlaceIn: await plansToPlaceIn(sql, post, localDateOf(now)) });
    },
  };
}

async function officerOf(
  sql: Sql,
  { staffCode, fullName }: StartPost,
  mayEnter: boolean,
): Promise<Result<number, StartPostRefusal>> {
  const known = await sql.query<{ id: number; active: boolean }>(
    "select id, active from organisation.officer where staff_code = $1 for update",
    [staffCode],
  );
  const officer = known.rows[0];
  if (officer !== undefined) return officer.active ? ok(officer.id) : refuse("officer-left");
  if (!mayEnter || fullName === undefined) return refuse("officer-unknown");
  const added = await sql.query<{ id: number }>(
    "insert into organisation.officer (staff_code, full_name) values ($1, $2) returning id",
    [staffCode, fullName],
  );
  return ok(added.rows[0]?.id ?? 0);
}
