import { z } from "zod";
import { ok, refuse } from "../../../kernel/result.ts";
import { toIso } from "../../../kernel/time.ts";
import type { Command } from "../../../platform/command.ts";
import type { Job } from "../../../platform/jobs.ts";
import { POST_KINDS, type PostKind, unitsFor } from "../../../platform/permission.ts";
import type { Db } from "../case-store.ts";
import type { CasesDeps } from "../cases-deps.ts";
import { planShare } from "./plan-share.ts";
import { carryOut } from "./share-work.ts";

const SetSharing = z.object({
  unitId: z.coerce.number<string | number>().int().positive(),
  post: z.enum(POST_KINDS),
  automatic: z.enum(["yes", "no"]),
});
type SetSharing = z.infer<typeof SetSharing>;

/** Lets new work of a unit and post be shared by itself, or leaves it in the common queue (as it is at first). */
export const setSharing: Command<unknown, SetSharing, undefined, "not-your-unit"> = {
  name: "case.set-sharing",
  permission: "case.share-work",
  input: SetSharing,
  run: async ({ sql, actor, now, about }, { unitId, post, automatic }) => {
    about(String(unitId), { post, automatic });
    if (actor.kind !== "officer" || !unitsFor(actor, "case.share-work").includes(unitId))
      return refuse("not-your-unit");
    await sql.query(
      `insert into cases.share_setting (unit_id, post_kind, automatic, set_by, set_at) values ($1, $2, $3, $4, $5)
       on conflict (unit_id, post_kind) do update set automatic = excluded.automatic, set_by = excluded.set_by,
         set_at = excluded.set_at`,
      [unitId, post, automatic === "yes", actor.id, toIso(now)],
    );
    return ok(undefined);
  },
};

/** Where new work is shared by itself; in one unit or everywhere. */
export async function automaticSharing(
  db: Db,
  unitId?: number,
): Promise<readonly { readonly unitId: number; readonly post: PostKind }[]> {
  const found = await db.query<{ unitId: number; post: PostKind }>(
    `select unit_id as "unitId", post_kind as post from cases.share_setting
     where automatic and ($1::int is null or unit_id = $1) order by unit_id, post_kind`,
    [unitId ?? null],
  );
  return found.rows;
}

/** Every minute: shares what came in where the unit wants it. */
export function shareNewWorkJob(deps: CasesDeps): Job {
  return {
    name: "share-new-work",
    schedule: { everyMinutes: 1 },
    run: async (_payload, { progress }) => {
      const places = await automaticSharing(deps.database.pool);
      if (places.length === 0) return undefined;
      await deps.directory.refresh();
      let given = 0;
      for (const [index, { unitId, post }] of places.entries()) {
        given += (await carryOut(deps, await planShare(deps, unitId, post), {})).given;
        await progress(index + 1, places.length);
      }
      return { done: given, message: `${given} steps shared in ${places.length} places` };
    },
  };
}
