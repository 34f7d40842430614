import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { runCommand } from "../../../platform/command.ts";
import { leaveFlash } from "../../../platform/http/flash.ts";
import { type FieldErrors, type FormValues, formValues, parseForm } from "../../../platform/http/form.ts";
import { changeFault } from "../domain/calendar-change.ts";
import { CALENDAR_URL, type CalendarPageDeps, DECLARE_URL, PREVIEW_URL } from "./calendar-page-deps.ts";
import { calendarTexts, faultsOf } from "./calendar-texts.ts";
import { LOOK_AGAIN_SECONDS } from "./counting.view.tsx";
import { DeclareView } from "./declare.view.tsx";
import { type DeclareRefusal, declarationOf, declareDays } from "./declare-days.ts";
import { DeclareForm } from "./declare-form.ts";
import { PreviewView } from "./preview.view.tsx";

const DECLARE = { config: { access: "calendar.declare" } } as const;

/**
 * GET /officer/calendar/declare: the form. GET …/preview: what it would do, or how far the counting
 * of it is; declares nothing. POST …/declare: does it.
 * A form with faults comes back with all that was typed.
 */
export function declareDaysPages(app: FastifyInstance, deps: CalendarPageDeps): void {
  const { calendars, directory, effects } = deps;

  const drawForm = (
    request: FastifyRequest,
    reply: FastifyReply,
    values: FormValues = {},
    errors: FieldErrors = {},
  ) => {
    const faults = faultsOf(request.lang, errors);
    return deps.frame.officer(request, reply, {
      title: calendarTexts(request.lang).form.title,
      active: "calendar",
      ...(faults.length > 0 ? { status: 422 } : {}),
      body: <DeclareView lang={request.lang} units={directory.units()} values={values} errors={faults} />,
    });
  };

  app.get(DECLARE_URL, DECLARE, (request, reply) => drawForm(request, reply, formValues(request.query)));

  app.get(PREVIEW_URL, DECLARE, async (request, reply) => {
    const values = formValues(request.query);
    const unit = directory.unitByCode(text(values, "unit"));
    const before = calendars.current(unit?.id);
    const form = parseForm(DeclareForm, { ...values, previous: before.version });
    if (!form.ok) return drawForm(request, reply, values, form.errors);
    if (form.value.unit !== undefined && unit === undefined)
      return drawForm(request, reply, values, { unit: "unit-unknown" });
    const declaration = declarationOf(form.value);
    const fault = changeFault(before.calendar, declaration);
    if (fault !== undefined) return drawForm(request, reply, values, { [fieldOf(fault)]: fault });
    const preview = await effects.preview({ ...declaration, scope: unit?.id });
    return deps.frame.officer(request, reply, {
      title: calendarTexts(request.lang).preview.title,
      active: "calendar",
      ...(preview.state === "counted" ? {} : { refreshSeconds: LOOK_AGAIN_SECONDS }),
      body: (
        <PreviewView
          lang={request.lang}
          directory={directory}
          unit={unit}
          form={form.value}
          typed={values}
          preview={preview}
          href={request.url}
          now={deps.clock()}
        />
      ),
    });
  });

  app.post(DECLARE_URL, DECLARE, async (request, reply) => {
    const values = formValues(request.body);
    const form = parseForm(DeclareForm, values);
    if (!form.ok) return drawForm(request, reply, values, form.errors);
    const declared = await runCommand(
      deps,
      request.actor,
      declareDays(calendars, directory, effects),
      form.value,
    );
    if (!declared.ok)
      return drawForm(request, reply, values, { [fieldOf(declared.refusal)]: declared.refusal });
    await calendars.refresh();
    leaveFlash(reply, calendarTexts(request.lang).flash(declared.value.version));
    return reply.redirect(CALENDAR_URL, 303);
  });
}

const FIELDS: Readonly<Record<string, string>> = {
  "unit-unknown": "unit",
  "not-a-full-day": "hours",
  "no-half-day": "halfHours",
} satisfies Partial<Record<DeclareRefusal, string>>;

/** Where the form says it. */
const fieldOf = (refusal: string): string => FIELDS[refusal] ?? "rest";

function text(values: FormValues, name: string): string {
  return [values[name] ?? ""].flat()[0] ?? "";
}
