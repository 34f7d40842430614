import { z } from "zod";
import { ok, refuse } from "../../../kernel/result.ts";
import { localDateOf } from "../../../kernel/time.ts";
import { actorId } from "../../../platform/audit.ts";
import type { Command } from "../../../platform/command.ts";
import { neededId } from "../day-field.ts";
import type { Directory } from "../directory.ts";
import { giveStaffNotices } from "../staff-notice-store.ts";
import { mayRecordAbsence } from "../staff-rights.ts";
import { endAbsenceRow } from "./absence-store.ts";
import { loadAbsences } from "./absences.query.ts";

const EndAbsence = z.object({ id: neededId });
type EndAbsence = z.infer<typeof EndAbsence>;

/** Ends an absence at once, or calls off one that has not begun: from now on nobody acts instead. Tells both. */
export function endAbsence(
  directory: Directory,
): Command<unknown, EndAbsence, undefined, "absence-over" | "not-your-officer"> {
  return {
    name: "organisation.end-absence",
    permission: "organisation.absence",
    input: EndAbsence,
    run: async ({ sql, actor, now, about }, { id }) => {
      about(String(id));
      const absence = (await loadAbsences(sql, localDateOf(now))).find((one) => one.id === id);
      if (absence === undefined) return refuse("absence-over");
      if (!mayRecordAbsence(directory, actor, absence.officerId)) return refuse("not-your-officer");
      if (!(await endAbsenceRow(sql, id, actorId(actor) ?? null, now))) return refuse("absence-over");
      const deputies = new Set(absence.deputies.map((one) => one.deputyId));
      const told = [absence.officerId, ...deputies].map((officerId) => ({
        officerId,
        kind: "absence-ended" as const,
        absenceId: id,
      }));
      await giveStaffNotices(sql, told, now);
      return ok(undefined);
    },
  };
}
