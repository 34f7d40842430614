import type { FastifyInstance } from "fastify";
import { isUuid } from "../../../kernel/ids.ts";
import { AccessDenied } from "../../../platform/http/access.ts";
import type { CasesDeps } from "../cases-deps.ts";
import { trackCase } from "../track-case/track-case.query.ts";
import { trackLinks } from "../track-case/track-links.ts";
import { askedFor, TRACK_ROUTE } from "../track-case/track-request.ts";
import { drawForm, hidden } from "../track-case/tracked-page.tsx";
import { explainCase } from "./explain-case.ts";
import { explainForOfficer } from "./explain-deadline.query.ts";
import { Explanation, explainTexts } from "./explain-deadline.view.tsx";

/** How the date came about: for the holder of the receipt and for officers who may read the case. */
export function explainPages(app: FastifyInstance, deps: CasesDeps): void {
  const { frame } = deps;

  app.get("/track/:code/explain", TRACK_ROUTE, async (request, reply) => {
    const asked = askedFor(request);
    const tracked = await trackCase(deps, asked.code, asked.word);
    if (!tracked.ok) return drawForm(request, reply, deps, asked, { notFound: true });
    const { state, actions } = tracked.value;
    const explanation = await explainCase(deps, actions);
    const links = trackLinks(state.code, asked.word, false);
    return frame.citizen(request, hidden(reply), {
      title: explainTexts(request.lang).title,
      active: "track",
      body: (
        <Explanation explanation={explanation} code={state.code} lang={request.lang} backHref={links.page} />
      ),
    });
  });

  app.get<{ Params: { id: string } }>(
    "/officer/cases/:id/explain",
    { config: { access: "case.read" } },
    async (request, reply) => {
      const { id } = request.params;
      if (!isUuid(id)) return reply.callNotFound();
      const explained = await explainForOfficer(deps, request.actor, id);
      if (!explained.ok) {
        if (explained.refusal === "case-not-found") return reply.callNotFound();
        throw new AccessDenied("not-permitted");
      }
      return frame.officer(request, reply, {
        title: explainTexts(request.lang).title,
        active: "search",
        body: (
          <Explanation
            explanation={explained.value.explanation}
            code={explained.value.code}
            lang={request.lang}
            backHref={`/officer/cases/${id}`}
          />
        ),
      });
    },
  );
}
