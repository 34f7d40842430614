import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { runCommand } from "../../../platform/command.ts";
import { leaveFlash } from "../../../platform/http/flash.ts";
import { type FormValues, formValues, parseForm } from "../../../platform/http/form.ts";
import type { FormError } from "../../../ui/index.ts";
import type { AccountsDeps } from "../accounts-deps.ts";
import { formErrors, refusalText, textsOf } from "../texts.ts";
import { type CreateSystemTokenRefusal, createSystemToken, SystemTokenForm } from "./create-system-token.ts";
import { revokeSystemToken } from "./revoke-system-token.ts";
import { systemTokenList } from "./system-token-list.query.ts";
import { systemTokensView } from "./system-tokens.view.tsx";

const URL = "/officer/accounts/tokens";
const manage = { config: { access: "account.manage" } } as const;

type Shown = {
  readonly values?: FormValues;
  readonly errors?: readonly FormError[];
  readonly newToken?: string;
};

/** The tokens of other systems: list, new one, revoke. */
export function systemTokenPages(app: FastifyInstance, deps: AccountsDeps): void {
  const draw = async (request: FastifyRequest, reply: FastifyReply, shown: Shown = {}) => {
    const { values = {}, errors = [], newToken } = shown;
    const tokens = await systemTokenList(deps.database);
    const units = deps.listUnits();
    const view = { lang: request.lang, now: deps.clock(), tokens, units, values, errors, newToken };
    return deps.frame.officer(request, reply, {
      title: textsOf(request.lang).tokens.title,
      body: systemTokensView(view),
      active: "tokens",
      status: errors.length > 0 ? 422 : 200,
    });
  };

  app.get(URL, manage, (request, reply) => draw(request, reply));

  app.post(URL, manage, async (request, reply) => {
    const values = formValues(request.body);
    const form = parseForm(SystemTokenForm, values);
    if (!form.ok) return draw(request, reply, { values, errors: formErrors(request.lang, form.errors) });
    if (!deps.listUnits().some((unit) => unit.id === form.value.unitId)) {
      const text = textsOf(request.lang).faults["unit-unknown"];
      return draw(request, reply, { values, errors: [{ field: "unitId", text }] });
    }
    const result = await runCommand(deps, request.actor, createSystemToken, form.value);
    if (result.ok) return draw(request, reply, { newToken: result.value.token });
    const errors = [{ field: fieldOf(result.refusal), text: refusalText(request.lang, result) }];
    return draw(request, reply, { values, errors });
  });

  app.post<{ Params: { id: string } }>(`${URL}/:id/revoke`, manage, async (request, reply) => {
    const id = /^\d{1,9}$/.test(request.params.id) ? Number(request.params.id) : 0;
    const result = await runCommand(deps, request.actor, revokeSystemToken, { id });
    const done = textsOf(request.lang).tokens.revokedDone;
    leaveFlash(reply, result.ok ? done : refusalText(request.lang, result));
    return reply.redirect(URL, 303);
  });
}

function fieldOf(refusal: CreateSystemTokenRefusal | "not-permitted"): string {
  return refusal === "expiry-past" ? "expiresOn" : "permissions";
}
