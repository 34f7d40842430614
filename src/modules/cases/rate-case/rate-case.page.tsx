import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { type FieldErrors, type FormValues, formValues, parseForm } from "../../../platform/http/form.ts";
import type { FormError } from "../../../ui/index.ts";
import type { CasesDeps } from "../cases-deps.ts";
import type { CaseState } from "../domain/case-state.ts";
import { CASE_STATUS, isFinal } from "../domain/case-status.ts";
import { QUESTIONS } from "../domain/questionnaire.ts";
import { trackCase } from "../track-case/track-case.query.ts";
import { trackLinks } from "../track-case/track-links.ts";
import { type Asked, askedFor, TRACK_ROUTE } from "../track-case/track-request.ts";
import { drawForm, hidden } from "../track-case/tracked-page.tsx";
import { RateCase, rateCase } from "./rate-case.ts";
import { RatingAnswer, RatingForm, rateTexts } from "./rate-case.view.tsx";

/** GET and POST /track/CODE/rate?w=WORD: the applicant rates a returned case, once. */
export function rateCasePages(app: FastifyInstance, deps: CasesDeps): void {
  app.get("/track/:code/rate", TRACK_ROUTE, async (request, reply) => {
    const asked = askedFor(request);
    const tracked = await trackCase(deps, asked.code, asked.word);
    if (!tracked.ok) return drawForm(request, reply, deps, asked, { notFound: true });
    const { state } = tracked.value;
    const answer = whyNot(request, state);
    if (answer !== undefined) return drawAnswer(request, reply, deps, asked, answer);
    return drawQuestions(request, reply, deps, { asked, state, values: {}, errors: [], status: 200 });
  });

  app.post("/track/:code/rate", TRACK_ROUTE, async (request, reply) => {
    const asked = askedFor(request);
    const tracked = await trackCase(deps, asked.code, asked.word);
    if (!tracked.ok) return drawForm(request, reply, deps, asked, { notFound: true });
    const { state } = tracked.value;
    const values = formValues(request.body);
    const form = parseForm(RateCase, nested(values));
    if (!form.ok && whyNot(request, state) === undefined) {
      const errors = sentences(request, form.errors);
      return drawQuestions(request, reply, deps, { asked, state, values, errors, status: 422 });
    }
    if (!form.ok) return drawAnswer(request, reply, deps, asked, whyNot(request, state), 409);
    const rated = await rateCase(deps, asked, form.value);
    if (rated.ok) return reply.redirect(`${links(asked).rate}&thanks=1`, 303);
    if (rated.refusal === "case-not-found") return drawForm(request, reply, deps, asked, { notFound: true });
    if (rated.refusal === "changed-meanwhile") {
      const errors = [{ field: "overall", text: rateTexts(request.lang).changed }];
      return drawQuestions(request, reply, deps, { asked, state, values, errors, status: 409 });
    }
    return drawAnswer(request, reply, deps, asked, whyNot(request, state), 409);
  });
}

const links = (asked: Asked) => trackLinks(asked.code, asked.word, false);

type Answer = { readonly title: string; readonly text: string };

/** Why a case cannot be rated now; undefined where it can. */
function whyNot(request: FastifyRequest, state: CaseState): Answer | undefined {
  const words = rateTexts(request.lang);
  if (state.rated !== undefined) {
    return new URLSearchParams(request.url.split("?")[1]).has("thanks")
      ? { title: words.thanksTitle, text: words.thanks }
      : { title: words.alreadyTitle, text: words.already };
  }
  if (state.status === CASE_STATUS.returned) return undefined;
  return isFinal(state.status)
    ? { title: words.neverTitle, text: words.never }
    : { title: words.earlyTitle, text: words.early };
}

function drawAnswer(
  request: FastifyRequest,
  reply: FastifyReply,
  { frame }: CasesDeps,
  asked: Asked,
  answer: Answer | undefined,
  status = 200,
): FastifyReply {
  const words = rateTexts(request.lang);
  // Somebody else rated between our look and theirs: the same word as for a second time.
  const { title, text } = answer ?? { title: words.alreadyTitle, text: words.already };
  return frame.citizen(request, hidden(reply), {
    title,
    status,
    active: "track",
    body: <RatingAnswer title={title} text={text} back={links(asked).page} lang={request.lang} />,
  });
}

type Questions = {
  readonly asked: Asked;
  readonly state: CaseState;
  readonly values: FormValues;
  readonly errors: readonly FormError[];
  readonly status: number;
};

function drawQuestions(
  request: FastifyRequest,
  reply: FastifyReply,
  { frame }: CasesDeps,
  { asked, state, values, errors, status }: Questions,
): FastifyReply {
  return frame.citizen(request, hidden(reply), {
    title: rateTexts(request.lang).title,
    status,
    active: "track",
    body: (
      <RatingForm
        action={links(asked).rate}
        code={state.code}
        lang={request.lang}
        values={values}
        errors={errors}
      />
    ),
  });
}

/** Fields "answers.time" as the command takes them; a question left out is not sent. */
function nested(values: FormValues): Record<string, unknown> {
  const answers: Record<string, unknown> = {};
  for (const question of QUESTIONS) {
    const value = values[`answers.${question}`];
    if (value !== undefined && value !== "") answers[question] = value;
  }
  return { overall: values.overall, comment: values.comment, answers };
}

function sentences(request: FastifyRequest, errors: FieldErrors): FormError[] {
  const words = rateTexts(request.lang);
  return Object.entries(errors).map(([field, code]) => {
    if (field === "overall") return { field, text: words.overallMissing };
    return { field, text: code === "too-long" ? words.tooLong : words.invalid };
  });
}
