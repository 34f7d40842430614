import type { FastifyReply, FastifyRequest } from "fastify";
import type { FormError } from "../../../ui/index.ts";
import type { CasesDeps } from "../cases-deps.ts";
import { trackTexts } from "./texts.ts";
import { TrackForm } from "./track-form.view.tsx";
import type { Asked } from "./track-request.ts";

/** Draws the two fields again, with what was typed; used by every page of a tracked case. */
export function drawForm(
  request: FastifyRequest,
  reply: FastifyReply,
  deps: Pick<CasesDeps, "frame">,
  asked: Asked,
  fault: { readonly errors?: readonly FormError[]; readonly notFound?: true } = {},
): FastifyReply {
  const words = trackTexts(request.lang).form;
  const status = fault.notFound ? 404 : fault.errors === undefined ? 200 : 422;
  return deps.frame.citizen(request, hidden(reply), {
    title: words.title,
    active: "track",
    status,
    body: (
      <TrackForm
        words={words}
        code={asked.code}
        word={asked.word}
        errors={fault.errors ?? []}
        notFound={fault.notFound === true}
      />
    ),
  });
}

/** No search engine keeps what only the holder of a receipt may see. */
export function hidden(reply: FastifyReply): FastifyReply {
  return reply.header("x-robots-tag", "noindex, nofollow, noarchive");
}
