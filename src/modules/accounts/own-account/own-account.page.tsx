import type { FastifyInstance, FastifyRequest } from "fastify";
import type { VNode } from "preact";
import { formatDateTime } from "../../../kernel/time.ts";
import { runCommand } from "../../../platform/command.ts";
import { leaveFlash } from "../../../platform/http/flash.ts";
import { formValues, parseForm } from "../../../platform/http/form.ts";
import {
  Badge,
  Button,
  type Column,
  CsrfField,
  DataTable,
  Form,
  PageTitle,
  SummaryList,
} from "../../../ui/index.ts";
import type { AccountsDeps } from "../accounts-deps.ts";
import { sessionOf } from "../browser.ts";
import { browserName } from "../domain/browser-name.ts";
import { refusalText, textsOf } from "../texts.ts";
import { EndSession, endOneSession, endOtherSessions } from "./end-sessions.ts";
import { type OwnAccount, type OwnSession, ownAccount } from "./own-account.query.ts";

/** GET /officer/account and the ending of one's own sessions. */
export function ownAccountPages(app: FastifyInstance, deps: AccountsDeps): void {
  app.get("/officer/account", { config: { access: "officer.self" } }, async (request, reply) => {
    const { session, token } = sessionOf(request);
    const account = await ownAccount(deps.database, session.actor.id, token, deps.clock());
    const title = textsOf(request.lang).account.title;
    return deps.frame.officer(request, reply, { title, body: body(request, account), active: "account" });
  });

  app.post(
    "/officer/account/sessions/end",
    { config: { access: "officer.self" } },
    async (request, reply) => {
      const form = parseForm(EndSession, formValues(request.body));
      const texts = textsOf(request.lang);
      if (form.ok) {
        const result = await runCommand(deps, request.actor, endOneSession, form.value);
        leaveFlash(reply, result.ok ? texts.account.ended : refusalText(request.lang, result));
      } else leaveFlash(reply, texts.faults.invalid);
      return reply.redirect("/officer/account", 303);
    },
  );

  app.post(
    "/officer/account/sessions/end-others",
    { config: { access: "officer.self" } },
    async (request, reply) => {
      const { token } = sessionOf(request);
      const result = await runCommand(deps, request.actor, endOtherSessions, { keepToken: token });
      const texts = textsOf(request.lang).account;
      leaveFlash(reply, result.ok ? texts.endedOthers(result.value) : refusalText(request.lang, result));
      return reply.redirect("/officer/account", 303);
    },
  );
}

function body(request: FastifyRequest, account: OwnAccount): VNode {
  const { lang } = request;
  const texts = textsOf(lang).account;
  const since = account.secondFactorSince;
  const secondFactor = since === undefined ? texts.off : texts.on(formatDateTime(since, lang));
  return (
    <>
      <PageTitle title={texts.title} />
      <SummaryList
        items={[
          { label: texts.username, value: account.username },
          {
            label: texts.passwordChanged,
            value: formatDateTime(account.passwordChangedAt, lang),
            changeHref: "/officer/account/password",
          },
          {
            label: texts.secondFactor,
            value: secondFactor,
            changeHref: "/officer/account/second-factor",
            changeLabel: since === undefined ? texts.turnOn : texts.change,
          },
        ]}
      />
      <section class="flow">
        <h2>{texts.sessions}</h2>
        <p class="soft">{texts.sessionsLead}</p>
        <DataTable
          caption={texts.sessions}
          captionHidden
          columns={columns(request)}
          rows={account.sessions}
          rowKey={(session) => session.id}
          empty={<p>{texts.nothing}</p>}
        />
        {account.sessions.length < 2 ? null : (
          <Form action="/officer/account/sessions/end-others">
            <Button>{texts.endOthers}</Button>
          </Form>
        )}
      </section>
    </>
  );
}

function columns({ lang }: FastifyRequest): readonly Column<OwnSession>[] {
  const texts = textsOf(lang).account;
  return [
    {
      key: "browser",
      label: texts.browser,
      primary: true,
      cell: (session) => (
        <>
          {session.userAgent === undefined ? texts.unknownBrowser : browserName(session.userAgent)}{" "}
          {session.present ? <Badge tone="ok" label={texts.present} /> : null}
        </>
      ),
    },
    { key: "begun", label: texts.begun, cell: (session) => formatDateTime(session.begunAt, lang) },
    { key: "seen", label: texts.lastSeen, cell: (session) => formatDateTime(session.lastSeenAt, lang) },
    {
      key: "end",
      label: texts.end,
      cell: (session) =>
        session.present ? null : (
          <form method="post" action="/officer/account/sessions/end">
            <CsrfField />
            <input type="hidden" name="session" value={session.id} />
            <Button small>{texts.end}</Button>
          </form>
        ),
    },
  ];
}
