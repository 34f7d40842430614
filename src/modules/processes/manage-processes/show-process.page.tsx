import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { localDateOf } from "../../../kernel/time.ts";
import { runCommand } from "../../../platform/command.ts";
import { leaveFlash } from "../../../platform/http/flash.ts";
import { formValues, parseForm } from "../../../platform/http/form.ts";
import { holds } from "../../../platform/permission.ts";
import type { ProcessesDeps } from "../processes-deps.ts";
import { idOf, textsOf, URL } from "../texts.ts";
import { draftOf, processOf } from "./process.query.ts";
import { ShowProcessView } from "./show-process.view.tsx";
import { StartDraft, startDraft } from "./start-draft.ts";

type Params = { Params: { id: string } };

/** GET /officer/processes/:id: a published version whole. POST /officer/processes/drafts: begins to edit. */
export function showProcessPages(app: FastifyInstance, deps: ProcessesDeps): void {
  app.get<Params>(`${URL}/:id`, { config: { access: "officer.self" } }, async (request, reply) => {
    const id = idOf(request.params.id);
    const process = id === undefined ? undefined : await processOf(deps, id);
    if (process === undefined) return reply.callNotFound();
    const { procedureCode, variantCode } = process.version;
    const manages = holds(request.actor, "process.manage");
    const [procedure, move, running, draft] = await Promise.all([
      deps.procedure(procedureCode),
      deps.runningCases.moveTo(process.version.id),
      deps.runningCases.count([process.version.id]),
      manages ? draftOf(deps, procedureCode, variantCode) : undefined,
    ]);
    return deps.frame.officer(request, reply, {
      title: procedure?.name ?? procedureCode,
      active: "processes",
      body: (
        <ShowProcessView
          lang={request.lang}
          directory={deps.directory}
          process={process}
          procedure={procedure}
          move={move}
          running={running}
          draftId={draft?.id}
          manages={manages}
          today={localDateOf(deps.clock())}
        />
      ),
    });
  });

  app.post(`${URL}/drafts`, { config: { access: "process.manage" } }, async (request, reply) => {
    const form = parseForm(StartDraft, formValues(request.body));
    if (!form.ok) return reply.callNotFound();
    const begun = await runCommand(deps, request.actor, startDraft(deps), form.value);
    if (begun.ok) return reply.redirect(`${URL}/drafts/${begun.value.id}`, 303);
    return refused(deps, request, reply, form.value, begun.refusal);
  });
}

/** Somebody else has begun already: there is one draft, and this leads to it. */
async function refused(
  deps: ProcessesDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  { procedureCode, variantCode }: StartDraft,
  refusal: string,
): Promise<FastifyReply> {
  const { faults } = textsOf(request.lang);
  leaveFlash(reply, faults[refusal] ?? refusal);
  const open = refusal === "draft-open" ? await draftOf(deps, procedureCode, variantCode) : undefined;
  return reply.redirect(open === undefined ? URL : `${URL}/drafts/${open.id}`, 303);
}
