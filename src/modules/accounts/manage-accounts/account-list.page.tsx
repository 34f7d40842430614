import type { FastifyInstance, FastifyRequest } from "fastify";
import type { VNode } from "preact";
import {
  type Column,
  DataTable,
  EmptyState,
  LinkButton,
  PageTitle,
  Pagination,
  SearchBox,
} from "../../../ui/index.ts";
import type { AccountsDeps } from "../accounts-deps.ts";
import { textsOf } from "../texts.ts";
import { AccountBadges } from "./account-badges.tsx";
import { type AccountPage, type AccountRow, accountList } from "./account-list.query.ts";

const URL = "/officer/accounts";

/** GET /officer/accounts: every account, searched by name, username or place. */
export function accountListPage(app: FastifyInstance, deps: AccountsDeps): void {
  app.get<{ Querystring: { q?: string; after?: string } }>(
    URL,
    { config: { access: "account.manage" } },
    async (request, reply) => {
      const search = ([request.query.q].flat()[0] ?? "").slice(0, 100).trim();
      const after = [request.query.after].flat()[0] ?? "";
      const page = await accountList(deps.database, deps.officerOf, { search, after, now: deps.clock() });
      return deps.frame.officer(request, reply, {
        title: textsOf(request.lang).accounts.title,
        body: body(request, search, page),
        active: "accounts",
      });
    },
  );
}

function body(request: FastifyRequest, search: string, page: AccountPage): VNode {
  const texts = textsOf(request.lang).accounts;
  const nextHref =
    page.nextAfter === undefined
      ? undefined
      : `${URL}?${new URLSearchParams({ q: search, after: page.nextAfter })}`;
  return (
    <>
      <PageTitle
        title={texts.title}
        actions={<LinkButton href="/officer/accounts/tokens">{texts.tokens}</LinkButton>}
      />
      <SearchBox action={URL} label={texts.search} value={search} id="account-search" />
      <DataTable
        caption={texts.caption}
        captionHidden
        columns={columns(request)}
        rows={page.rows}
        rowKey={(row) => String(row.officerId)}
        rowHref={(row) => `${URL}/${row.officerId}`}
        empty={<EmptyState title={texts.empty}>{texts.emptyHint}</EmptyState>}
      />
      <Pagination nextHref={nextHref} />
    </>
  );
}

function columns({ lang }: FastifyRequest): readonly Column<AccountRow>[] {
  const texts = textsOf(lang).accounts;
  return [
    {
      key: "name",
      label: texts.name,
      primary: true,
      cell: (row) => (row.name === "" ? `${row.username} ${texts.left}` : row.name),
    },
    { key: "username", label: texts.username, kind: "code", cell: (row) => row.username },
    { key: "place", label: texts.place, cell: (row) => row.place },
    { key: "state", label: texts.state, cell: (row) => <AccountBadges lang={lang} account={row} /> },
  ];
}
