import type { FastifyReply, FastifyRequest } from "fastify";
import type { ProcessesDeps } from "../processes-deps.ts";
import { textsOf } from "../texts.ts";
import { EndedDraftView, type TypedField } from "./ended-draft.view.tsx";
import { draftOf, endedDraftAsked } from "./process.query.ts";

/** The answer where an address names no open draft: what became of it and what was typed (410), or that there was none (404). */
export async function noDraft(
  deps: ProcessesDeps,
  request: FastifyRequest<{ Params: { id: string } }>,
  reply: FastifyReply,
  typed: readonly TypedField[] = [],
): Promise<FastifyReply> {
  const ended = await endedDraftAsked(deps, request.params);
  if (ended === undefined) {
    reply.callNotFound();
    return reply;
  }
  const [procedure, open] = await Promise.all([
    deps.procedure(ended.procedureCode),
    draftOf(deps, ended.procedureCode, ended.variantCode),
  ]);
  return deps.frame.officer(request, reply, {
    title: textsOf(request.lang).edit.ended.gone,
    active: "processes",
    status: 410,
    body: (
      <EndedDraftView
        lang={request.lang}
        directory={deps.directory}
        ended={ended}
        procedure={procedure}
        openDraft={open?.id}
        typed={typed.filter(({ value }) => value !== "")}
      />
    ),
  });
}
