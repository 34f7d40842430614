import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { leaveFlash } from "../../../platform/http/flash.ts";
import { formValues, parseForm } from "../../../platform/http/form.ts";
import type { Page } from "../../../platform/http/frame.ts";
import {
  Button,
  ErrorSummary,
  errorOf,
  Form,
  type FormError,
  Notice,
  PageTitle,
  TextField,
} from "../../../ui/index.ts";
import type { AccountsDeps } from "../accounts-deps.ts";
import { sessionOf } from "../browser.ts";
import { ownPath } from "../domain/own-path.ts";
import { formErrors, refusalText, textsOf, typed } from "../texts.ts";
import { ChangePasswordForm, type ChangePasswordRefusal, changePassword } from "./change-password.ts";
import { owesPassword } from "./password-owed.ts";

const URL = "/officer/account/password";

/** GET and POST /officer/account/password. */
export function changePasswordPages(app: FastifyInstance, deps: AccountsDeps): void {
  const draw = (request: FastifyRequest, reply: FastifyReply, drawn: Page) =>
    // While the password is owed no other page opens, so the officers' navigation would lead nowhere.
    owesPassword(request.session)
      ? deps.frame.citizen(request, reply, drawn)
      : deps.frame.officer(request, reply, { ...drawn, active: "account" });

  app.get<{ Querystring: { next?: string } }>(
    URL,
    { config: { access: "officer.self" } },
    async (request, reply) => draw(request, reply, page(request, [request.query.next].flat()[0] ?? "", [])),
  );

  app.post(URL, { config: { access: "officer.self" } }, async (request, reply) => {
    const values = formValues(request.body);
    const next = typed(values, "next");
    const again = (errors: readonly FormError[]) =>
      draw(request, reply, { ...page(request, next, errors), status: 422 });
    const form = parseForm(ChangePasswordForm, values);
    if (!form.ok) return again(formErrors(request.lang, form.errors));
    const { session, token } = sessionOf(request);
    const result = await changePassword(deps, session, form.value, token);
    if (!result.ok)
      return again([{ field: fieldOf(result.refusal), text: refusalText(request.lang, result) }]);
    leaveFlash(reply, textsOf(request.lang).password.done);
    return reply.redirect(next === "" ? "/officer/account" : ownPath(next), 303);
  });
}

function fieldOf(refusal: ChangePasswordRefusal | "not-permitted"): "current" | "password" {
  return refusal === "wrong-password" || refusal === "locked" ? "current" : "password";
}

function page(request: FastifyRequest, next: string, errors: readonly FormError[]): Page {
  const texts = textsOf(request.lang).password;
  const body = (
    <>
      <ErrorSummary errors={errors} />
      <PageTitle title={texts.title} />
      {owesPassword(request.session) ? <Notice tone="warn" title={texts.owed} /> : null}
      <Form action={URL} hasErrors={errors.length > 0}>
        <input type="hidden" name="next" value={next === "" ? "" : ownPath(next)} />
        {/* Lets password managers find the account to update. */}
        <input type="text" name="username" value={request.session?.username} autocomplete="username" hidden />
        <TextField
          name="current"
          label={texts.current}
          type="password"
          error={errorOf(errors, "current")}
          autocomplete="current-password"
        />
        <TextField
          name="password"
          label={texts.next}
          hint={texts.hint}
          type="password"
          error={errorOf(errors, "password")}
          autocomplete="new-password"
        />
        <TextField
          name="repeat"
          label={texts.repeat}
          type="password"
          error={errorOf(errors, "repeat")}
          autocomplete="new-password"
        />
        <p class="soft">{texts.consequence}</p>
        <Button kind="primary">{texts.button}</Button>
      </Form>
    </>
  );
  return { title: texts.title, body };
}
