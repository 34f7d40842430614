import type { FastifyInstance, FastifyRequest } from "fastify";
import type { VNode } from "preact";
import { formValues, parseForm } from "../../../platform/http/form.ts";
import {
  Button,
  CsrfField,
  ErrorSummary,
  errorOf,
  Form,
  type FormError,
  PageTitle,
  TextField,
} from "../../../ui/index.ts";
import type { AccountsDeps } from "../accounts-deps.ts";
import { browserOf, enter, sessionOf } from "../browser.ts";
import { ownPath } from "../domain/own-path.ts";
import { formErrors, refusalText, textsOf, typed } from "../texts.ts";
import { CodeForm, confirmCode } from "./confirm-code.ts";
import { signInLimit } from "./sign-in-limit.ts";

/** GET and POST /sign-in/code: the second step, for sessions that owe it. */
export function confirmCodePages(app: FastifyInstance, deps: AccountsDeps): void {
  app.get<{ Querystring: { next?: string } }>(
    "/sign-in/code",
    { config: { access: "second-factor" } },
    async (request, reply) => {
      const next = ownPath([request.query.next].flat()[0]);
      if (request.session?.secondFactorPending !== true) return reply.redirect(next, 303);
      return deps.frame.citizen(request, reply, page(request, next, []));
    },
  );

  app.post(
    "/sign-in/code",
    { config: { access: "second-factor", rateLimit: signInLimit(deps) } },
    async (request, reply) => {
      const values = formValues(request.body);
      const next = ownPath(typed(values, "next"));
      const { session, token } = sessionOf(request);
      if (!session.secondFactorPending) return reply.redirect(next, 303);
      const again = (errors: readonly FormError[]) =>
        deps.frame.citizen(request, reply, { ...page(request, next, errors), status: 422 });
      const form = parseForm(CodeForm, values);
      if (!form.ok) return again(formErrors(request.lang, form.errors));
      const { userAgent } = browserOf(request);
      const result = await confirmCode(deps, session, form.value, { userAgent, token });
      if (result.ok) return enter(reply, deps, result.value, next);
      return again([{ field: "code", text: refusalText(request.lang, result) }]);
    },
  );
}

/** The code is not shown again: it is used up or wrong. */
function page(
  request: FastifyRequest,
  next: string,
  errors: readonly FormError[],
): { title: string; body: VNode } {
  const texts = textsOf(request.lang).signIn;
  const csrf = request.session?.csrfToken;
  const body = (
    <>
      <ErrorSummary errors={errors} />
      <PageTitle title={texts.codeTitle} lead={texts.codeLead} />
      <Form action="/sign-in/code" hasErrors={errors.length > 0}>
        <input type="hidden" name="next" value={next} />
        <TextField
          name="code"
          label={texts.code}
          hint={texts.codeHint}
          error={errorOf(errors, "code")}
          autocomplete="one-time-code"
          inputMode="numeric"
          maxLength={7}
          width="short"
        />
        <Button kind="primary">{texts.codeButton}</Button>
      </Form>
      <p class="soft">{texts.noPhone}</p>
      <form method="post" action="/sign-out">
        <CsrfField token={csrf} />
        <Button kind="ghost">{texts.otherAccount}</Button>
      </form>
    </>
  );
  return { title: texts.codeTitle, body };
}
