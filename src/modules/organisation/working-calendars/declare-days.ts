import { ok, refuse } from "../../../kernel/result.ts";
import { localDateOf } from "../../../kernel/time.ts";
import { actorId } from "../../../platform/audit.ts";
import type { Command } from "../../../platform/command.ts";
import { enqueueJob } from "../../../platform/jobs.ts";
import type { Directory } from "../directory.ts";
import {
  type CalendarChange,
  type ChangeFault,
  changeFault,
  type Declaration,
  nextVersion,
  withDeclared,
} from "../domain/calendar-change.ts";
import type { CalendarEffects } from "./calendar-effects.ts";
import { insertVersion, lockCalendars, versionsAfter } from "./calendar-store.ts";
import type { Calendars } from "./calendars.ts";
import { DeclareForm } from "./declare-form.ts";

/** What the form declares in the order of its days, with its name and decision. */
export function declarationOf(form: DeclareForm): Declaration {
  const { halfHours, hours, hoursFrom, intake, intakeFrom } = form;
  const changes: CalendarChange[] = [
    ...form.rest.map((date) => ({ date, as: "rest" as const })),
    ...form.working.map((date) => ({ date, as: "working" as const })),
    ...form.ordinary.map((date) => ({ date, as: "ordinary" as const })),
  ];
  if (halfHours !== undefined)
    changes.push(...form.half.map((date) => ({ date, as: "half-day" as const, sessions: halfHours })));
  if (hours !== undefined && hoursFrom !== undefined)
    changes.push({ date: hoursFrom, as: "hours", sessions: hours });
  if (intake !== undefined && intakeFrom !== undefined)
    changes.push({ date: intakeFrom, as: "intake", ...intake });
  const { name, decision } = form;
  return { changes: changes.sort((a, b) => (a.date < b.date ? -1 : 1)), name, decision };
}

export type Declared = { readonly version: string };
export type DeclareRefusal = "unit-unknown" | "changed-meanwhile" | "not-counted" | ChangeFault;

/** The job that recomputes the open cases; the cases room runs it. */
export const RECOMPUTE_JOB = "recompute-deadlines";

/**
 * Declares days of rest or of work, hours of work or of intake: a new version of the calendar of the province or of a
 * unit, and of every calendar of a unit below it, which keep their own days and hours otherwise. The open cases are recomputed by a job that exists if and
 * only if the declaration does. Who saw another version before than the one in force must look again.
 * @param effects where given, nothing is declared before anybody could see what it would do.
 */
export function declareDays(
  calendars: Calendars,
  directory: Directory,
  effects?: Pick<CalendarEffects, "isCounted">,
): Command<unknown, DeclareForm, Declared, DeclareRefusal> {
  return {
    name: "calendar.declare-days",
    permission: "calendar.declare",
    input: DeclareForm,
    run: async ({ sql, now, actor, about }, input) => {
      await lockCalendars(sql);
      const known = (await versionsAfter(sql, 0)).map((version) => version.version);
      // Another may have been declared while this one waited for its turn.
      if (calendars.find(known.at(-1) ?? "") === undefined) await calendars.refresh();
      const unit = input.unit === undefined ? undefined : directory.unitByCode(input.unit);
      if (input.unit !== undefined && unit === undefined) return refuse("unit-unknown");
      const before = calendars.current(unit?.id);
      if (before.version !== input.previous) return refuse("changed-meanwhile");
      const declaration = declarationOf(input);
      const fault = changeFault(before.calendar, declaration);
      if (fault !== undefined) return refuse(fault);
      if ((await effects?.isCounted({ ...declaration, scope: unit?.id })) === false)
        return refuse("not-counted");
      const made: string[] = [];
      for (const scope of [unit?.id, ...calendars.scopesBelow(unit?.id)]) {
        const base = calendars.current(scope);
        const code = scope === undefined ? undefined : directory.unit(scope).code;
        const version = nextVersion([...known, ...made], code, localDateOf(now).slice(0, 4));
        made.push(version);
        await insertVersion(sql, {
          unitId: scope,
          version,
          previous: base.version,
          definition: withDeclared(base.calendar, version, declaration, before.calendar),
          changes: declaration.changes,
          name: input.name,
          decision: input.decision,
          reason: input.reason,
          declaredAt: now,
          declaredBy: actor.kind === "officer" ? actorId(actor) : undefined,
        });
      }
      await enqueueJob(sql, RECOMPUTE_JOB, {}, { key: RECOMPUTE_JOB });
      about(made.join(" "), { days: declaration.changes.length, unit: input.unit ?? "province" });
      return ok({ version: made[0] ?? before.version });
    },
  };
}
