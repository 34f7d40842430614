import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Result } from "../../../kernel/result.ts";
import { parseForm } from "../../../platform/http/form.ts";
import type { FormError } from "../../../ui/index.ts";
import type { CasesDeps, ProcedureInForce } from "../cases-deps.ts";
import type { CaseState } from "../domain/case-state.ts";
import type { CaseRefusal } from "../domain/refusal.ts";
import { askBeforeReceiving, refuseCase } from "../refuse-case/refuse-case.ts";
import { formErrors } from "../texts.ts";
import { lines, requiredText } from "../verb.ts";
import type { DeskForm } from "./desk-form.ts";
import { unitsFor } from "./desk-model-of.ts";
import { type DeskRequest, drawDesk, readSentDesk, showBlankDesk } from "./desk-page.tsx";
import { isGiven, typed } from "./paper-rows.ts";
import { readDeskInput, refusedForm } from "./read-desk-input.ts";
import { receiveCase } from "./receive-case.ts";
import { ReceiveCase, TurnedAway } from "./receive-input.ts";
import { receiveTexts } from "./receive-texts.ts";
import { receivedHref } from "./received-href.ts";

const Asked = z.object({ askItems: lines, askReason: requiredText });
const Refused = z.object({ refuseReason: requiredText });
const ACCESS = { config: { access: "case.receive" } } as const;

/** GET and POST /officer/receive/:procedureCode: one screen from the card to the receipt. */
export function receiveCasePages(app: FastifyInstance, deps: CasesDeps): void {
  app.get("/officer/receive/:procedureCode", ACCESS, (request: DeskRequest, reply) =>
    showBlankDesk(deps, request, reply, "later"),
  );

  app.post("/officer/receive/:procedureCode", ACCESS, async (request: DeskRequest, reply) => {
    const sent = await readSentDesk(deps, request, reply, "later");
    if (!("form" in sent)) return sent;
    return answer(deps, request, reply, sent.procedure, sent.form);
  });
}

async function answer(
  deps: CasesDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  procedure: ProcedureInForce,
  form: DeskForm,
): Promise<FastifyReply> {
  const { actor, lang } = request;
  const again = (errors: readonly FormError[], complete = false) =>
    drawDesk(deps, request, reply, procedure, "later", form, { errors, complete });
  const finish = async (done: Promise<Result<CaseState, CaseRefusal>>) => {
    const result = await done;
    return result.ok
      ? reply.redirect(receivedHref(form.caseId), 303)
      : again(refusedForm(lang, result.refusal));
  };
  const units = unitsFor(deps, procedure);
  const action = typed(form.values, "do");
  if (action === "ask" || action === "refuse") {
    const input = readDeskInput(TurnedAway, form, procedure, units, lang);
    if (action === "refuse") {
      const why = parseForm(Refused, form.values);
      if (!input.ok || !why.ok) return again(faultsOf(input, why, lang));
      return finish(refuseCase(deps, actor, input.value, why.value.refuseReason));
    }
    if (typed(form.values, "askItems").trim() === "")
      return proposeItems(deps, request, reply, procedure, form);
    const asked = parseForm(Asked, form.values);
    if (!input.ok || !asked.ok) return again(faultsOf(input, asked, lang));
    const { askItems: items, askReason: reason } = asked.value;
    return finish(askBeforeReceiving(deps, actor, input.value, { items, reason }));
  }
  const input = readDeskInput(ReceiveCase, form, procedure, units, lang);
  if (!input.ok) return again(input.errors);
  return action === "receive" ? finish(receiveCase(deps, actor, input.value)) : again([], true);
}

/** Fills in the required papers that did not come, so that the officer only has to look at them. */
function proposeItems(
  deps: CasesDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  procedure: ProcedureInForce,
  form: DeskForm,
): Promise<FastifyReply> {
  const texts = receiveTexts(request.lang).form;
  const missing = form.rows.filter(
    (row) => row.paper?.required === true && !isGiven(row, form.values, form.filesOf(row)),
  );
  const values = {
    ...form.values,
    askItems: missing.map((row) => row.paper?.name ?? "").join("\n"),
    askReason: typed(form.values, "askReason") || texts.askReasonProposed,
  };
  if (missing.length === 0) {
    const errors = formErrors(request.lang, { askItems: "required" });
    return drawDesk(deps, request, reply, procedure, "later", form, { errors });
  }
  const shown = { note: texts.proposed };
  return drawDesk(deps, request, reply, procedure, "later", { ...form, values }, shown);
}

type Parsed =
  | { readonly ok: true }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

function faultsOf(
  input: { readonly ok: boolean; readonly errors?: readonly FormError[] },
  why: Parsed,
  lang: "vi" | "en",
): readonly FormError[] {
  return [...(input.errors ?? []), ...(why.ok ? [] : formErrors(lang, { ...why.errors }))];
}
