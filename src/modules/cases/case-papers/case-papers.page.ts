import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { isUuid } from "../../../kernel/ids.ts";
import { AccessDenied } from "../../../platform/http/access.ts";
import { type CaseDetail, caseDetail } from "../case-detail/case-detail.query.ts";
import type { CasesDeps } from "../cases-deps.ts";
import { consumptionFor } from "../consumption-for.ts";
import { controlSheetForm } from "../forms/mau-06-control-sheet.ts";
import { trackingWord } from "../tracking-word.ts";
import { controlSheetData } from "./control-sheet-data.ts";
import { paperNames } from "./paper-names.ts";
import { paperOf } from "./paper-of.ts";
import { sendPdf } from "./send-pdf.ts";

type Params = { Params: { id: string; seq: string } };

/** The official papers of a case as PDF: of an action (Mẫu 01-05), and the control sheet (Mẫu 06). */
export function casePapersPages(app: FastifyInstance, deps: CasesDeps): void {
  app.get<Params>(
    "/officer/cases/:id/papers/:seq.pdf",
    { config: { access: "case.read" } },
    async (request, reply) => {
      const detail = await readable(deps, request);
      const seq = Number(request.params.seq);
      const paper =
        detail && Number.isSafeInteger(seq) && seq > 0
          ? paperOf(detail.actions, seq, paperNames(deps.directory), trackingOf(deps, detail))
          : undefined;
      if (detail === undefined || paper === undefined) return nothing(reply);
      return sendPdf(reply, `${detail.state.code}-${paper.form}.pdf`, await paper.print());
    },
  );

  app.get<Params>(
    "/officer/cases/:id/control-sheet.pdf",
    { config: { access: "case.read" } },
    async (request, reply) => {
      const detail = await readable(deps, request);
      if (detail === undefined) return nothing(reply);
      const { steps } = await deps.process(detail.state.matter.processId);
      const stepNames = new Map(steps.map((step) => [step.id, step.name]));
      const consumption = await consumptionFor(deps, detail.actions, detail.context.now);
      const data = controlSheetData(detail.actions, paperNames(deps.directory), stepNames, consumption);
      return sendPdf(reply, `${detail.state.code}-mau-06.pdf`, await controlSheetForm(data));
    },
  );
}

/** The case of the request, its reading logged; undefined where there is none. Throws where it may not be read. */
async function readable(deps: CasesDeps, request: FastifyRequest<Params>): Promise<CaseDetail | undefined> {
  if (!isUuid(request.params.id)) return undefined;
  const detail = await caseDetail(deps, request.actor, request.params.id, "paper");
  if (detail.ok) return detail.value;
  if (detail.refusal === "case-not-found") return undefined;
  throw new AccessDenied("not-permitted");
}

function nothing(reply: FastifyReply): FastifyReply {
  reply.callNotFound();
  return reply;
}

/** The address behind the QR code of a receipt, and the word for those who type. */
function trackingOf(deps: CasesDeps, { state }: CaseDetail) {
  // The form groups the signs by itself.
  const secret = trackingWord(deps.trackingKey, state.id).printed.replace("-", "");
  return { url: `${deps.publicUrl()}/track/${state.code}?w=${secret}`, secret };
}
