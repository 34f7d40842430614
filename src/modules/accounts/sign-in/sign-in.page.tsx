import type { FastifyInstance, FastifyRequest } from "fastify";
import type { VNode } from "preact";
import { formValues, parseForm } from "../../../platform/http/form.ts";
import {
  Button,
  ErrorSummary,
  errorOf,
  Form,
  type FormError,
  PageTitle,
  TextField,
} from "../../../ui/index.ts";
import type { AccountsDeps } from "../accounts-deps.ts";
import { browserOf, enter } from "../browser.ts";
import { ownPath } from "../domain/own-path.ts";
import { formErrors, refusalText, textsOf, typed } from "../texts.ts";
import { SignInForm, type SignInRefusal, signIn } from "./sign-in.ts";
import { signInLimit } from "./sign-in-limit.ts";

/** GET and POST /sign-in. */
export function signInPages(app: FastifyInstance, deps: AccountsDeps): void {
  app.get<{ Querystring: { next?: string } }>(
    "/sign-in",
    { config: { access: "public" } },
    async (request, reply) => {
      const wish = [request.query.next].flat()[0];
      if (request.session !== undefined && !request.session.secondFactorPending)
        return reply.redirect(ownPath(wish), 303);
      return deps.frame.citizen(request, reply, page(request, { next: ownPath(wish), username: "" }));
    },
  );

  app.post(
    "/sign-in",
    { config: { access: "public", rateLimit: signInLimit(deps) } },
    async (request, reply) => {
      const values = formValues(request.body);
      const again = (errors: readonly FormError[]) =>
        deps.frame.citizen(request, reply, {
          ...page(request, {
            next: ownPath(typed(values, "next")),
            username: typed(values, "username"),
            errors,
          }),
          status: 422,
        });
      const form = parseForm(SignInForm, values);
      if (!form.ok) return again(formErrors(request.lang, form.errors));
      const result = await signIn(deps, form.value, browserOf(request));
      if (result.ok) return enter(reply, deps, result.value, typed(values, "next"));
      const text = refusalText(request.lang, { ...result, refusal: outward(result.refusal) });
      return again([{ field: "username", text }]);
    },
  );
}

/** What may be said: nothing that tells whether an account has this name. */
function outward(refusal: SignInRefusal | "not-permitted"): "locked" | "wrong-sign-in" {
  return refusal === "locked" ? "locked" : "wrong-sign-in";
}

type Shown = {
  readonly next: string;
  readonly username: string;
  readonly errors?: readonly FormError[];
};

function page(request: FastifyRequest, shown: Shown): { title: string; body: VNode } {
  const texts = textsOf(request.lang).signIn;
  const errors = shown.errors ?? [];
  const body = (
    <>
      <ErrorSummary errors={errors} />
      <PageTitle title={texts.title} lead={texts.lead} />
      <Form action="/sign-in" hasErrors={errors.length > 0}>
        <input type="hidden" name="next" value={shown.next} />
        <TextField
          name="username"
          label={texts.username}
          value={shown.username}
          error={errorOf(errors, "username")}
          autocomplete="username"
          spellCheck={false}
        />
        <TextField
          name="password"
          label={texts.password}
          type="password"
          error={errorOf(errors, "password")}
          autocomplete="current-password"
        />
        <Button kind="primary">{texts.button}</Button>
      </Form>
      <p class="soft">{texts.forgotten}</p>
    </>
  );
  return { title: texts.title, body };
}
