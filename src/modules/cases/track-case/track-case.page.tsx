import type { FastifyInstance, FastifyRequest } from "fastify";
import type { FormError } from "../../../ui/index.ts";
import { paperNames } from "../case-papers/paper-names.ts";
import { paperOf } from "../case-papers/paper-of.ts";
import { sendPdf } from "../case-papers/send-pdf.ts";
import type { CasesDeps } from "../cases-deps.ts";
import { trackingWord } from "../tracking-word.ts";
import { GroupStory } from "./group-story.view.tsx";
import { storyContext } from "./story-context.ts";
import { trackTexts } from "./texts.ts";
import { trackCase } from "./track-case.query.ts";
import { CaseView } from "./track-case.view.tsx";
import { lastReceipt, trackLinks } from "./track-links.ts";
import { type Asked, askedFor, TRACK_ROUTE } from "./track-request.ts";
import { trackedMembers } from "./tracked-group.query.ts";
import { drawForm, hidden } from "./tracked-page.tsx";

/** GET /track, /track/CODE?w=WORD (also the QR code of the receipt) and the receipt again as PDF. */
export function trackCasePages(app: FastifyInstance, deps: CasesDeps): void {
  const { frame } = deps;

  app.get("/track", TRACK_ROUTE, async (request, reply) => {
    const asked = askedFor(request);
    if (asked.code === "" && asked.word === "") return drawForm(request, reply, deps, asked);
    const errors = missing(request, asked);
    if (errors.length > 0) return drawForm(request, reply, deps, asked, { errors });
    const tracked = await trackCase(deps, asked.code, asked.word);
    if (!tracked.ok) return drawForm(request, reply, deps, asked, { notFound: true });
    return reply
      .header("cache-control", "no-store")
      .redirect(trackLinks(tracked.value.state.code, asked.word, false).page, 303);
  });

  app.get("/track/:code", TRACK_ROUTE, async (request, reply) => {
    const asked = askedFor(request);
    if (asked.word === "") return drawForm(request, reply, deps, asked);
    const tracked = await trackCase(deps, asked.code, asked.word);
    if (!tracked.ok) return drawForm(request, reply, deps, asked, { notFound: true });
    const { state, actions } = tracked.value;
    const { terms } = await deps.process(state.matter.processId);
    const context = storyContext(deps, state, request.lang, terms?.whenSilent);
    const members = await trackedMembers(deps, state);
    const contexts = new Map(
      members.map((one) => [one.key, storyContext(deps, one.state, request.lang)] as const),
    );
    const links = trackLinks(state.code, asked.word, lastReceipt(actions) !== undefined);
    return frame.citizen(request, hidden(reply), {
      title: `${context.texts.facts.code} ${state.code}`,
      active: "track",
      body: (
        <CaseView
          tracked={tracked.value}
          context={context}
          links={links}
          group={<GroupStory members={members} contexts={contexts} />}
        />
      ),
    });
  });

  app.get("/track/:code/receipt.pdf", TRACK_ROUTE, async (request, reply) => {
    const asked = askedFor(request);
    const tracked = await trackCase(deps, asked.code, asked.word);
    if (!tracked.ok) return drawForm(request, reply, deps, asked, { notFound: true });
    const { state, actions } = tracked.value;
    const secret = trackingWord(deps.trackingKey, state.id).printed;
    const tracking = { url: `${deps.publicUrl()}/track/${state.code}?w=${secret}`, secret };
    const seq = lastReceipt(actions);
    const paper = seq === undefined ? undefined : paperOf(actions, seq, paperNames(deps.directory), tracking);
    if (paper === undefined) return reply.callNotFound();
    return sendPdf(hidden(reply), `${state.code}-${paper.form}.pdf`, await paper.print());
  });
}

function missing(request: FastifyRequest, asked: Asked): FormError[] {
  const words = trackTexts(request.lang).form;
  const errors: FormError[] = [];
  if (asked.code === "") errors.push({ field: "code", text: words.codeMissing });
  if (asked.word === "") errors.push({ field: "w", text: words.wordMissing });
  return errors;
}
