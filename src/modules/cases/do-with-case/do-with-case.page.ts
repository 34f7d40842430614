import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { leaveFlash } from "../../../platform/http/flash.ts";
import { formValues, parseForm } from "../../../platform/http/form.ts";
import type { Actor } from "../../../platform/permission.ts";
import { runCaseVerb } from "../case-command.ts";
import { whoOf } from "../case-context.ts";
import { drawCase } from "../case-detail/draw-case.tsx";
import type { CasesDeps } from "../cases-deps.ts";
import type { CaseState } from "../domain/case-state.ts";
import { hasPost, isTheirs } from "../domain/steps.ts";
import { nothingHere } from "../nothing-here.ts";
import { formErrors, textsOf } from "../texts.ts";
import { type CaseVerb, given } from "../verb.ts";
import { VERBS, type VerbName } from "../verbs.ts";
import { fieldLabel } from "./field-texts.ts";
import { storeUploads } from "./store-uploads.ts";
import type { TypedForm } from "./typed-form.ts";

type CaseRequest = FastifyRequest<{ Params: { id: string } }>;
type Officer = Actor & { readonly kind: "officer" };

/** POST /officer/cases/:id/VERB for every verb: a route each, so that each asks for its own permission. */
export function doWithCasePages(app: FastifyInstance, deps: CasesDeps): void {
  for (const verb of VERBS) {
    app.post<{ Params: { id: string } }>(
      `/officer/cases/:id/${verb.name}`,
      { config: { access: verb.permission } },
      (request, reply) => doWithCase(deps, verb, request, reply),
    );
    // The address stands in the bar after a form came back: reloading it, or changing the language, shows the case.
    app.get<{ Params: { id: string } }>(
      `/officer/cases/:id/${verb.name}`,
      { config: { access: "case.read" } },
      (request, reply) => reply.redirect(`/officer/cases/${encodeURIComponent(request.params.id)}`, 303),
    );
  }
}

async function doWithCase(
  deps: CasesDeps,
  verb: CaseVerb,
  request: CaseRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { actor, lang, params } = request;
  if (actor.kind !== "officer") return nothingHere(reply);
  const name = verb.name as VerbName;
  const values = formValues(request.body);
  const owner = { caseId: params.id, officerId: actor.id, verb: name };
  const { kept, errors } = await storeUploads(deps, lang, owner, values, request.uploads);
  const seen = numberIn(values.version);
  const typed = { verb: name, values, kept, ...(seen === undefined ? {} : { seen }) };

  const form = parseForm(verb.input, { ...values, files: kept.map((one) => one.file) });
  if (!form.ok || errors.length > 0) {
    const faults = form.ok
      ? []
      : formErrors(lang, form.errors, `${name}-`, (field) => fieldLabel(lang, field, name));
    return drawCase(deps, request, reply, { ...typed, errors: [...faults, ...errors] });
  }
  const target = {
    caseId: params.id,
    ...given("version", seen),
    ...given("step", numberIn(values.step)),
  };
  const result = await runCaseVerb(deps, actor, verb, target, form.value);
  if (!result.ok) {
    const { refusal, detail } = result;
    const refused: TypedForm = { ...typed, errors: [], refusal, ...(detail === undefined ? {} : { detail }) };
    return drawCase(deps, request, reply, refused);
  }
  leaveFlash(reply, `${textsOf(lang).verbsDone[name]} ${result.value.code}`);
  return reply.redirect(nextPage(result.value, actor, verb), 303);
}

function numberIn(value: string | string[] | undefined): number | undefined {
  const text = [value].flat().at(0) ?? "";
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

/** Where the officer has more to do with the case, or a paper to print, they stay with it; else the queue is next. */
function nextPage(state: CaseState, actor: Officer, verb: CaseVerb): string {
  const who = whoOf(actor);
  const stillMine = state.open.some(
    (step) => hasPost(who, step.unitId, step.post) && (step.officerId === undefined || isTheirs(step, who)),
  );
  const prints = verb.paper !== undefined && verb.paper !== "result";
  return stillMine || prints ? `/officer/cases/${state.id}` : "/officer";
}
