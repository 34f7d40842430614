import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { localDateOf } from "../../../kernel/time.ts";
import { runCommand } from "../../../platform/command.ts";
import { leaveFlash } from "../../../platform/http/flash.ts";
import { type FieldErrors, type FormValues, formValues, parseForm } from "../../../platform/http/form.ts";
import type { FormError } from "../../../ui/index.ts";
import type { PlanFault } from "../domain/check-plan.ts";
import { PlanFormView } from "./plan-form.view.tsx";
import { PlanPreviewPage } from "./plan-preview.view.tsx";
import { faultsOfPlan, planReorganisation, ReorganisationForm } from "./plan-reorganisation.ts";
import { previewPlan } from "./preview.ts";
import { readRows, tableOf } from "./read-rows.ts";
import { NEW_URL, planHref, type ReorganisePageDeps } from "./reorganise-page-deps.ts";
import { faultText, reorganiseTexts } from "./texts.ts";

const MAY = { config: { access: "organisation.reorganise" } } as const;
const ROWS = 3;
const SHOWN_FAULTS = 20;

/**
 * GET /officer/organisation/reorganisations/new: the form. POST: `do` is "more" (more rows), "preview" (changes nothing),
 * "edit" (back to the form) or "plan". A plan with faults comes back with all that was typed.
 */
export function planReorganisationPages(app: FastifyInstance, deps: ReorganisePageDeps): void {
  const draw = (
    request: FastifyRequest,
    reply: FastifyReply,
    values: FormValues,
    errors: readonly FormError[] = [],
    more = 0,
  ) =>
    deps.frame.officer(request, reply, {
      title: reorganiseTexts(request.lang).form.title,
      active: "reorganise",
      ...(errors.length > 0 ? { status: 422 } : {}),
      body: (
        <PlanFormView
          lang={request.lang}
          units={deps.directory.units()}
          values={values}
          errors={errors}
          rows={Math.min(60, Math.max(ROWS, [values.rowOp ?? []].flat().length) + more)}
        />
      ),
    });

  app.get(NEW_URL, MAY, (request, reply) => draw(request, reply, {}));

  app.post(NEW_URL, MAY, async (request, reply) => {
    const values = formValues(request.body);
    const wanted = [values.do ?? ""].flat()[0];
    if (wanted === "more") return draw(request, reply, values, [], ROWS);
    if (wanted === "edit") return draw(request, reply, values);
    const read = readRows(values);
    const form = parseForm(ReorganisationForm, { ...values, rows: read.rows });
    const texts = reorganiseTexts(request.lang);
    const unread = read.faults.map(({ line, text }) => texts.lineFault(line, text));
    const errors = form.ok ? {} : form.errors;
    if (form.ok && form.value.effectiveOn <= localDateOf(deps.clock())) {
      return draw(request, reply, values, fieldFaults(request, { effectiveOn: "too-early" }));
    }
    if (!form.ok || unread.length > 0)
      return draw(request, reply, values, [...fieldFaults(request, errors), ...inTable(request, unread)]);
    const faults = await faultsOfPlan(
      deps.database.pool,
      { rows: read.rows, effectiveOn: form.value.effectiveOn },
      localDateOf(deps.clock()),
    );
    const isOnlyPlaces = faults.every((fault) => fault.word === "post-not-placed");
    if (faults.length > 0 && !(isOnlyPlaces && wanted === "preview"))
      return draw(
        request,
        reply,
        values,
        inTable(
          request,
          faults.map((fault) => sentence(request, fault)),
        ),
      );
    if (wanted === "preview") {
      const preview = await previewPlan(deps, read.rows, form.value.effectiveOn);
      const { effectiveOn, decision, reason } = values;
      return deps.frame.officer(request, reply, {
        title: texts.preview.title,
        active: "reorganise",
        body: (
          <PlanPreviewPage
            lang={request.lang}
            preview={preview}
            fields={{ effectiveOn, decision, reason, table: tableOf(read.rows) }}
            workName={(work) => deps.reorganisation.workName(work, request.lang)}
          />
        ),
      });
    }
    const planned = await runCommand(deps, request.actor, planReorganisation, form.value);
    if (!planned.ok) return draw(request, reply, values, inTable(request, [texts.faultsTitle]));
    leaveFlash(reply, texts.one.flashPlanned);
    return reply.redirect(planHref(planned.value.id), 303);
  });
}

const sentence = (request: FastifyRequest, fault: PlanFault): string => faultText(request.lang, fault);

/** Faults of rows are told at the table: rows typed one by one are read together with it. */
function inTable(request: FastifyRequest, sentences: readonly string[]): FormError[] {
  if (sentences.length === 0) return [];
  const { moreFaults } = reorganiseTexts(request.lang);
  const shown = sentences.slice(0, SHOWN_FAULTS);
  const rest = sentences.length - shown.length;
  return [...shown, ...(rest > 0 ? [moreFaults(rest)] : [])].map((text) => ({ field: "table", text }));
}

function fieldFaults({ lang }: FastifyRequest, errors: FieldErrors): FormError[] {
  const texts = reorganiseTexts(lang);
  const labels: Readonly<Record<string, string>> = {
    decision: texts.decision,
    effectiveOn: texts.effectiveOn,
    reason: texts.reason,
  };
  return Object.entries(errors).map(([field, code]) => {
    if (field === "rows") return { field: "table", text: texts.faults["nothing-planned"]() };
    const label = labels[field];
    const said = texts.fields[code] ?? texts.fields.invalid ?? code;
    return label === undefined
      ? { field: "table", text: `${texts.form.table}: ${said}` }
      : { field, text: `${label}: ${said}` };
  });
}
