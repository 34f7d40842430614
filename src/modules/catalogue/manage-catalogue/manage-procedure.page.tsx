import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { runCommand } from "../../../platform/command.ts";
import { leaveFlash } from "../../../platform/http/flash.ts";
import { type FormValues, formValues, parseForm } from "../../../platform/http/form.ts";
import type { FormError } from "../../../ui/index.ts";
import type { CatalogueDeps } from "../catalogue-deps.ts";
import {
  type OverrideRefusal,
  RemoveOverride,
  removeOverride,
  SetOverride,
  setOverride,
} from "../override-locally/override-locally.ts";
import { asked, textsOf } from "../texts.ts";
import { ManageProcedureView } from "./manage-procedure.view.tsx";
import { managedProcedure } from "./managed-procedure.query.ts";

const URL = "/officer/catalogue/:code";
const manage = { config: { access: "catalogue.manage" } } as const;
type Params = { Params: { code: string } };
type Proposed = Params & { Querystring: { field?: string | string[]; value?: string | string[] } };

/** One procedure for its controller: the national values, those in force, the province's own and the form for them. */
export function manageProcedurePages(app: FastifyInstance, deps: CatalogueDeps): void {
  const draw = async (
    request: FastifyRequest<Params>,
    reply: FastifyReply,
    values: FormValues = {},
    errors: readonly FormError[] = [],
  ) => {
    const procedure = await managedProcedure(deps.database, asked(request.params.code, 60));
    if (procedure === undefined) return reply.callNotFound();
    return deps.frame.officer(request, reply, {
      title: procedure.content.name,
      active: "catalogue",
      ...(errors.length > 0 ? { status: 422 } : {}),
      body: <ManageProcedureView lang={request.lang} procedure={procedure} values={values} errors={errors} />,
    });
  };

  // What an import proposes stands in the form already; it is set by whoever gives a basis for it.
  app.get<Proposed>(URL, manage, (request, reply) =>
    draw(request, reply, { field: asked(request.query.field), value: asked(request.query.value, 1000) }),
  );

  app.post<Params>(`${URL}/overrides`, manage, async (request, reply) => {
    const values = { ...formValues(request.body), code: asked(request.params.code, 60) };
    const form = parseForm(SetOverride, values);
    const faults = (errors: Readonly<Record<string, string>>) =>
      draw(
        request,
        reply,
        values,
        Object.entries(errors).map(([field, word]) => ({ field, text: faultText(request, word) })),
      );
    if (!form.ok) return faults(form.errors);
    const result = await runCommand(deps, request.actor, setOverride, form.value);
    if (!result.ok) return faults({ [fieldOf(result.refusal)]: result.refusal });
    leaveFlash(reply, textsOf(request.lang).manage.setDone);
    return reply.redirect(`/officer/catalogue/${form.value.code}`, 303);
  });

  app.post<Params>(`${URL}/overrides/remove`, manage, async (request, reply) => {
    const code = asked(request.params.code, 60);
    const form = parseForm(RemoveOverride, { ...formValues(request.body), code });
    if (!form.ok) return reply.callNotFound();
    const result = await runCommand(deps, request.actor, removeOverride, form.value);
    leaveFlash(
      reply,
      result.ok ? textsOf(request.lang).manage.removeDone : faultText(request, result.refusal),
    );
    return reply.redirect(`/officer/catalogue/${encodeURIComponent(code)}`, 303);
  });
}

function fieldOf(refusal: OverrideRefusal | "not-permitted"): "field" | "value" {
  return refusal === "no-such-procedure" || refusal === "no-such-override" || refusal === "not-permitted"
    ? "field"
    : "value";
}

function faultText({ lang }: FastifyRequest, word: string): string {
  const faults: Readonly<Record<string, string>> = textsOf(lang).faults;
  return faults[word] ?? textsOf(lang).faults.invalid;
}
