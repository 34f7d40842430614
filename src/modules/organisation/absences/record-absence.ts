import { z } from "zod";
import { ok, refuse } from "../../../kernel/result.ts";
import { localDateOf } from "../../../kernel/time.ts";
import { actorId } from "../../../platform/audit.ts";
import type { Command } from "../../../platform/command.ts";
import { POST_KINDS, type PostKind } from "../../../platform/permission.ts";
import { dayField, freeText, neededId, neededText } from "../day-field.ts";
import type { Directory } from "../directory.ts";
import { type AbsenceRefusal, refusedAbsence } from "../domain/absence.ts";
import { giveStaffNotices } from "../staff-notice-store.ts";
import { DELEGABLE, deputyReach, mayRecordAbsence } from "../staff-rights.ts";
import { insertAbsence, lockOfficers } from "./absence-store.ts";
import { loadAbsences } from "./absences.query.ts";

export const RecordAbsence = z.object({
  officerId: neededId,
  fromDay: dayField,
  /** The last day. */
  toDay: dayField,
  reason: neededText(500),
  decision: freeText(200),
  /** A post that is not named here is filled by nobody. */
  deputies: z
    .array(z.object({ unitId: z.number().int(), kind: z.enum(POST_KINDS), deputyId: neededId }))
    .max(50),
});
export type RecordAbsence = z.infer<typeof RecordAbsence>;

/** The posts of an officer that others may fill from a day on. */
export function fillablePosts(directory: Directory, officerId: number, day: string) {
  const from = day > directory.today() ? day : directory.today();
  return directory.postsOn(officerId, from).filter((post) => DELEGABLE.includes(post.kind));
}

/**
 * Records who is away and who acts instead. The officer themselves may name somebody of the same unit, the leader of
 * the unit in which the post is and the administrator anybody. Tells both.
 */
export function recordAbsence(
  directory: Directory,
): Command<unknown, RecordAbsence, { readonly id: number }, AbsenceRefusal> {
  return {
    name: "organisation.record-absence",
    permission: "organisation.absence",
    input: RecordAbsence,
    run: async ({ sql, actor, now, about }, input) => {
      about(String(input.officerId), { from: input.fromDay, to: input.toDay, posts: input.deputies.length });
      if (!mayRecordAbsence(directory, actor, input.officerId)) return refuse("not-your-officer");
      const today = localDateOf(now);
      const deputies = [...new Set(input.deputies.map((one) => one.deputyId))];
      await lockOfficers(sql, [input.officerId, ...deputies]);
      const refused = refusedAbsence<PostKind>(input, {
        today,
        posts: fillablePosts(directory, input.officerId, input.fromDay),
        others: await loadAbsences(sql, today),
        worksIn: (officerId, unitId) =>
          directory.findOfficer(officerId)?.active === true &&
          directory.postsOf(officerId).some((post) => unitId === undefined || post.unitId === unitId),
        reach: (unitId) => deputyReach(directory, actor, input.officerId, unitId),
      });
      if (refused) return refused;
      const absence = {
        ...input,
        decision: input.decision ?? null,
        recordedBy: actorId(actor) ?? null,
      };
      const id = await insertAbsence(sql, absence, now);
      const told = [
        { officerId: input.officerId, kind: "absent" as const, absenceId: id },
        ...deputies.map((officerId) => ({ officerId, kind: "deputy" as const, absenceId: id })),
      ];
      await giveStaffNotices(sql, told, now);
      return ok({ id });
    },
  };
}
