import type { FastifyInstance } from "fastify";
import { parseForm } from "../../../platform/http/form.ts";
import type { FormError } from "../../../ui/index.ts";
import type { CasesDeps } from "../cases-deps.ts";
import { unitsFor } from "../receive-case/desk-model-of.ts";
import { type DeskRequest, drawDesk, readSentDesk, showBlankDesk } from "../receive-case/desk-page.tsx";
import { typed } from "../receive-case/paper-rows.ts";
import { readDeskInput, refusedForm } from "../receive-case/read-desk-input.ts";
import { ReceiveCase } from "../receive-case/receive-input.ts";
import { receivedHref } from "../receive-case/received-href.ts";
import { formErrors } from "../texts.ts";
import { AtOnce, receiveAtOnce } from "./receive-at-once.ts";

const ACCESS = { config: { access: "case.receive" } } as const;

/** GET and POST /officer/receive/:procedureCode/at-once: received, signed and handed over while the person waits. */
export function receiveAtOncePages(app: FastifyInstance, deps: CasesDeps): void {
  app.get("/officer/receive/:procedureCode/at-once", ACCESS, (request: DeskRequest, reply) =>
    showBlankDesk(deps, request, reply, "at-once"),
  );

  app.post("/officer/receive/:procedureCode/at-once", ACCESS, async (request: DeskRequest, reply) => {
    const sent = await readSentDesk(deps, request, reply, "at-once");
    if (!("form" in sent)) return sent;
    const { procedure, form } = sent;
    const again = (errors: readonly FormError[], complete = false) =>
      drawDesk(deps, request, reply, procedure, "at-once", form, { errors, complete });
    const input = readDeskInput(ReceiveCase, form, procedure, unitsFor(deps, procedure), request.lang);
    const atOnce = parseForm(AtOnce, form.values);
    if (!input.ok || !atOnce.ok) {
      return again([
        ...(input.ok ? [] : input.errors),
        ...(atOnce.ok ? [] : formErrors(request.lang, atOnce.errors)),
      ]);
    }
    if (typed(form.values, "do") !== "receive") return again([], true);
    const result = await receiveAtOnce(deps, request.actor, input.value, atOnce.value);
    if (!result.ok) return again(refusedForm(request.lang, result.refusal));
    return reply.redirect(receivedHref(form.caseId), 303);
  });
}
