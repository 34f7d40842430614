import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { runCommand } from "../../../platform/command.ts";
import { leaveFlash } from "../../../platform/http/flash.ts";
import { LinkButton, Notice, PageTitle } from "../../../ui/index.ts";
import type { AccountsDeps } from "../accounts-deps.ts";
import { refusalText, textsOf } from "../texts.ts";
import { accountOf } from "./account-list.query.ts";
import { ACCOUNT_CHANGES, changeAccount } from "./change-account.ts";
import { issuePassword } from "./issue-password.ts";
import { manageAccountView } from "./manage-account.view.tsx";

type Params = { Params: { officerId: string } };
const manage = { config: { access: "account.manage" } } as const;
const URL = "/officer/accounts/:officerId";

/** One account and what an administrator may do to it. */
export function manageAccountPages(app: FastifyInstance, deps: AccountsDeps): void {
  app.get<Params>(URL, manage, async (request, reply) => {
    const officerId = numberOf(request.params.officerId);
    const account = await accountOf(deps.database, deps.officerOf, officerId, deps.clock());
    if (account === undefined) return reply.callNotFound();
    const own = request.actor.kind === "officer" && request.actor.id === officerId;
    return deps.frame.officer(request, reply, {
      title: account.name === "" ? account.username : account.name,
      body: manageAccountView(request.lang, account, own),
      active: "accounts",
    });
  });

  for (const change of ACCOUNT_CHANGES) {
    app.post<Params>(`${URL}/${change}`, manage, async (request, reply) => {
      const officerId = numberOf(request.params.officerId);
      const result = await runCommand(deps, request.actor, changeAccount(change), { officerId });
      const done = textsOf(request.lang).accounts.done[change];
      leaveFlash(reply, result.ok ? done : refusalText(request.lang, result));
      return reply.redirect(
        result.ok || result.refusal === "own-account" ? pageOf(officerId) : "/officer/accounts",
        303,
      );
    });
  }

  app.post<Params>(`${URL}/issue-password`, manage, async (request, reply) => {
    const officerId = numberOf(request.params.officerId);
    const result = await runCommand(deps, request.actor, issuePassword, { officerId });
    if (result.ok) return showPassword(deps, request, reply, officerId, result.value);
    leaveFlash(reply, refusalText(request.lang, result));
    return reply.redirect("/officer/accounts", 303);
  });
}

/** Drawn as the answer itself: a redirect would have to keep the password somewhere. */
function showPassword(
  deps: AccountsDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  officerId: number,
  password: string,
): Promise<FastifyReply> {
  const texts = textsOf(request.lang).accounts;
  const body = (
    <>
      <PageTitle title={texts.issuedTitle} />
      <Notice tone="warn" title={texts.issued(deps.officerOf(officerId)?.name ?? "")}>
        <p>
          <code>{password}</code>
        </p>
      </Notice>
      <LinkButton href={pageOf(officerId)}>{texts.back}</LinkButton>
    </>
  );
  return deps.frame.officer(request, reply, { title: texts.issuedTitle, body, active: "accounts" });
}

/** An id from the address; what is no number is no account. */
function numberOf(text: string): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : 0;
}

function pageOf(officerId: number): string {
  return `/officer/accounts/${officerId}`;
}
