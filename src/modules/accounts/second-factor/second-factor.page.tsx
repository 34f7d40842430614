import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { runCommand } from "../../../platform/command.ts";
import { leaveFlash } from "../../../platform/http/flash.ts";
import { formValues, parseForm } from "../../../platform/http/form.ts";
import type { FormError } from "../../../ui/index.ts";
import type { AccountsDeps } from "../accounts-deps.ts";
import { sessionOf } from "../browser.ts";
import { CodeForm } from "../sign-in/confirm-code.ts";
import { formErrors, refusalText, textsOf } from "../texts.ts";
import { totpAddress } from "../totp.ts";
import { confirmSecondFactor, StartForm, startSecondFactor } from "./enrol.ts";
import { enrolmentOf } from "./second-factor.query.ts";
import { enrolmentView } from "./second-factor.view.tsx";

const URL = "/officer/account/second-factor";
const own = { config: { access: "officer.self" } } as const;

/** Turning on the second factor: password, QR code, first code. */
export function secondFactorPages(app: FastifyInstance, deps: AccountsDeps): void {
  const draw = async (request: FastifyRequest, reply: FastifyReply, errors: readonly FormError[] = []) => {
    const { session } = sessionOf(request);
    const enrolment = await enrolmentOf(deps.database, session.actor.id);
    const address =
      enrolment.state === "started" ? totpAddress(enrolment.secret, deps.issuer, session.username) : "";
    return deps.frame.officer(request, reply, {
      title: textsOf(request.lang).secondFactor.title,
      body: enrolmentView(request.lang, session.username, enrolment, address, errors),
      active: "account",
      status: errors.length > 0 ? 422 : 200,
    });
  };

  app.get(URL, own, (request, reply) => draw(request, reply));

  app.post(`${URL}/start`, own, async (request, reply) => {
    const form = parseForm(StartForm, formValues(request.body));
    if (!form.ok) return draw(request, reply, formErrors(request.lang, form.errors));
    const result = await startSecondFactor(deps, sessionOf(request).session, form.value.password);
    if (!result.ok)
      return draw(request, reply, [{ field: "password", text: refusalText(request.lang, result) }]);
    return reply.redirect(URL, 303);
  });

  app.post(`${URL}/confirm`, own, async (request, reply) => {
    const form = parseForm(CodeForm, formValues(request.body));
    if (!form.ok) return draw(request, reply, formErrors(request.lang, form.errors));
    const { code } = form.value;
    const { token: keepToken } = sessionOf(request);
    const result = await runCommand(deps, request.actor, confirmSecondFactor, { code, keepToken });
    if (!result.ok) return draw(request, reply, [{ field: "code", text: refusalText(request.lang, result) }]);
    leaveFlash(reply, textsOf(request.lang).secondFactor.done);
    return reply.redirect("/officer/account", 303);
  });
}
