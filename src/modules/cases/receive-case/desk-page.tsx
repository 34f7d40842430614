import type { FastifyReply, FastifyRequest } from "fastify";
import type { CasesDeps, ProcedureInForce } from "../cases-deps.ts";
import { textsOf } from "../texts.ts";
import { valuesFromCard } from "./card-fill.ts";
import { type DeskForm, readDeskForm } from "./desk-form.ts";
import { DeskFormView, deskHref } from "./desk-form.view.tsx";
import type { DeskModel } from "./desk-model.ts";
import { blankForm, deskModelOf } from "./desk-model-of.ts";
import { isReceived } from "./is-received.query.ts";
import { formIdOf, newFormId } from "./new-form-id.ts";
import { withOldNames } from "./old-names.ts";
import { typed } from "./paper-rows.ts";
import { receiveTexts } from "./receive-texts.ts";
import { receivedHref } from "./received-href.ts";

export type DeskRequest = FastifyRequest<{
  Params: { procedureCode: string };
  Querystring: { form?: string };
}>;
type Mode = DeskModel["mode"];
type Shown = Parameters<typeof deskModelOf>[5];

/** Draws the form of the desk. */
export async function drawDesk(
  deps: CasesDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  procedure: ProcedureInForce,
  mode: Mode,
  form: DeskForm,
  shown?: Shown,
): Promise<FastifyReply> {
  const typedUnit = typed(form.values, "decidingUnit");
  const errors = await withOldNames(deps, shown?.errors ?? [], typedUnit, request.lang);
  const model = await deskModelOf(deps, request, procedure, mode, form, { ...shown, errors });
  return deps.frame.officer(request, reply, {
    title: procedure.content.name,
    active: "receive",
    status: model.errors.length > 0 ? 422 : 200,
    body: <DeskFormView model={model} />,
  });
}

/**
 * A blank form. Its number stands in the address, so that reloading the page does not make another case and a form
 * that was received already leads to its case.
 */
export async function showBlankDesk(
  deps: CasesDeps,
  request: DeskRequest,
  reply: FastifyReply,
  mode: Mode,
): Promise<FastifyReply> {
  const procedure = await deps.procedureInForce(request.params.procedureCode);
  if (procedure === undefined) return nothing(reply);
  const caseId = formIdOf(request.query.form);
  if (caseId === undefined) {
    // What is answered while the person waits begins there; the other way is a tab beside it.
    const usual = procedure.content.returnAtOnce ? "at-once" : "later";
    const address = `${deskHref(procedure.content.code, usual)}?form=${newFormId(deps.clock())}`;
    return reply.redirect(address, 303);
  }
  if (await isReceived(deps.database.pool, caseId)) return reply.redirect(receivedHref(caseId), 303);
  return drawDesk(deps, request, reply, procedure, mode, blankForm(deps, request, procedure, caseId), {
    errors: procedure.receivable ? [] : [notReceivable(request)],
  });
}

/** Reads a sent form; answers by itself where it only fills in the card or the form has no number. */
export async function readSentDesk(
  deps: CasesDeps,
  request: DeskRequest,
  reply: FastifyReply,
  mode: Mode,
): Promise<{ readonly procedure: ProcedureInForce; readonly form: DeskForm } | FastifyReply> {
  const procedure = await deps.procedureInForce(request.params.procedureCode);
  if (procedure === undefined) return nothing(reply);
  const form = await readDeskForm(deps, request, procedure);
  if (formIdOf(form.caseId) === undefined) {
    return reply.redirect(deskHref(procedure.content.code, mode), 303);
  }
  const scanned = typed(form.values, "scan");
  if (scanned === "" && typed(form.values, "do") !== "card") return { procedure, form };
  const card = valuesFromCard(scanned);
  const values = { ...form.values, ...(card.ok ? card.value : {}) };
  const errors = card.ok ? [] : [{ field: "scan", text: receiveTexts(request.lang).faults[card.refusal] }];
  return drawDesk(deps, request, reply, procedure, mode, { ...form, values }, { errors });
}

function notReceivable({ lang }: FastifyRequest) {
  return { field: "main", text: textsOf(lang).refusals["procedure-not-receivable"] };
}

function nothing(reply: FastifyReply): FastifyReply {
  reply.callNotFound();
  return reply;
}
