import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { isUuid } from "../../../kernel/ids.ts";
import { AccessDenied } from "../../../platform/http/access.ts";
import { formValues, parseForm } from "../../../platform/http/form.ts";
import type { FormError } from "../../../ui/index.ts";
import { caseDetail } from "../case-detail/case-detail.query.ts";
import type { CasesDeps } from "../cases-deps.ts";
import type { CaseState } from "../domain/case-state.ts";
import { typed } from "../receive-case/paper-rows.ts";
import { receivedHref } from "../receive-case/received-href.ts";
import { formErrors, textsOf } from "../texts.ts";
import { changeEn } from "./change-messages.en.ts";
import { changeVi } from "./change-messages.vi.ts";
import { ChangeProcedure, changeProcedure } from "./change-procedure.ts";
import { ChangeProcedureView } from "./change-procedure.view.tsx";
import { chosenProcedure, procedureChoices } from "./procedure-choices.ts";

const URL = "/officer/cases/:id/change-procedure";
const ACCESS = { config: { access: "case.change-procedure" } } as const;
type Request = FastifyRequest<{ Params: { id: string }; Querystring: { q?: string } }>;

/** GET and POST /officer/cases/:id/change-procedure: the wrong procedure was picked at the desk. */
export function changeProcedurePages(app: FastifyInstance, deps: CasesDeps): void {
  app.get(URL, ACCESS, async (request: Request, reply) => {
    const state = await readable(deps, request);
    const query = ([request.query.q].flat()[0] ?? "").trim();
    return state === undefined ? nothing(reply) : draw(deps, request, reply, state, { query });
  });

  app.post(URL, ACCESS, async (request: Request, reply) => {
    const state = await readable(deps, request);
    if (state === undefined) return nothing(reply);
    const values = formValues(request.body);
    const sent = {
      query: typed(values, "q"),
      chosen: typed(values, "procedure"),
      reason: typed(values, "reason"),
    };
    const again = (errors: readonly FormError[]) => draw(deps, request, reply, state, { ...sent, errors });
    const form = parseForm(ChangeProcedure, { ...chosenProcedure(sent.chosen), reason: sent.reason });
    if (!form.ok) {
      const { procedureCode, ...others } = form.errors;
      const texts = request.lang === "vi" ? changeVi : changeEn;
      const missing = procedureCode === undefined ? [] : [{ field: "procedure", text: texts.chooseOne }];
      return again([...missing, ...formErrors(request.lang, others)]);
    }
    const version = Number(typed(values, "version"));
    const target = { caseId: state.id, ...(Number.isSafeInteger(version) && version > 0 ? { version } : {}) };
    const result = await changeProcedure(deps, request.actor, target, form.value);
    if (result.ok) return reply.redirect(receivedHref(state.id), 303);
    return again([{ field: "procedure", text: textsOf(request.lang).refusals[result.refusal] }]);
  });
}

type Shown = {
  readonly query: string;
  readonly chosen?: string;
  readonly reason?: string;
  readonly errors?: readonly FormError[];
};

async function draw(
  deps: CasesDeps,
  request: Request,
  reply: FastifyReply,
  state: CaseState,
  shown: Shown,
): Promise<FastifyReply> {
  const texts = request.lang === "vi" ? changeVi : changeEn;
  const choices = await procedureChoices(deps, shown.query, state.channel, request.lang);
  const errors = shown.errors ?? [];
  return deps.frame.officer(request, reply, {
    title: texts.title,
    active: "queue",
    status: errors.length > 0 ? 422 : 200,
    body: <ChangeProcedureView state={state} texts={texts} choices={choices} {...shown} errors={errors} />,
  });
}

async function readable(deps: CasesDeps, request: Request): Promise<CaseState | undefined> {
  if (!isUuid(request.params.id)) return undefined;
  const detail = await caseDetail(deps, request.actor, request.params.id);
  if (detail.ok) return detail.value.state;
  if (detail.refusal === "case-not-found") return undefined;
  throw new AccessDenied("not-permitted");
}

function nothing(reply: FastifyReply): FastifyReply {
  reply.callNotFound();
  return reply;
}
