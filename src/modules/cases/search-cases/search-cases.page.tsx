import type { FastifyInstance } from "fastify";
import type { VNode } from "preact";
import { formatDate, formatDateTime, type Lang } from "../../../kernel/time.ts";
import {
  type CaseStateCode,
  type Column,
  DataTable,
  EmptyState,
  LongName,
  Notice,
  PageTitle,
  StateBadge,
} from "../../../ui/index.ts";
import type { CasesDeps } from "../cases-deps.ts";
import { LargeSearch } from "../receive-case/large-search.view.tsx";
import { type FoundCase, identifierOf, searchCases } from "./search-cases.query.ts";
import { searchEn } from "./search-messages.en.ts";
import { type SearchMessages, searchVi } from "./search-messages.vi.ts";

const LIMIT = 50;

/** GET /officer/search: cases of the officer's units; the only case of an exact code or number opens at once. */
export function searchCasesPage(app: FastifyInstance, deps: CasesDeps): void {
  app.get<{ Querystring: { q?: string } }>(
    "/officer/search",
    { config: { access: "case.list" } },
    async (request, reply) => {
      const query = ([request.query.q].flat()[0] ?? "").trim();
      const found = await searchCases(deps.database.pool, request.actor, query, LIMIT);
      const [only] = found;
      if (only !== undefined && found.length === 1 && identifierOf(query) !== undefined) {
        return reply.redirect(`/officer/cases/${only.id}`, 303);
      }
      const texts = request.lang === "vi" ? searchVi : searchEn;
      const unitName = (id: number) => deps.directory.findUnit(id)?.shortName ?? "";
      const body = view(query, found, texts, request.lang, unitName);
      return deps.frame.officer(request, reply, { title: texts.title, active: "search", body });
    },
  );
}

function view(
  query: string,
  found: readonly FoundCase[],
  texts: SearchMessages,
  lang: Lang,
  unitName: (id: number) => string,
): VNode {
  return (
    <>
      <PageTitle title={texts.title} lead={texts.hint} />
      <LargeSearch action="/officer/search" label={texts.label} button={texts.button} query={query} />
      {found.length === LIMIT ? <Notice tone="info">{texts.more}</Notice> : null}
      <DataTable
        caption={texts.found(found.length)}
        columns={columnsOf(texts, lang, unitName)}
        rows={found}
        rowKey={(row) => row.id}
        rowHref={(row) => `/officer/cases/${row.id}`}
        empty={nothing(texts, query)}
      />
    </>
  );
}

function columnsOf(
  texts: SearchMessages,
  lang: Lang,
  unitName: (id: number) => string,
): readonly Column<FoundCase>[] {
  return [
    { key: "code", label: texts.code, primary: true, kind: "code", cell: (row) => row.code },
    { key: "applicant", label: texts.applicant, cell: (row) => row.applicantName },
    { key: "procedure", label: texts.procedure, cell: (row) => <LongName text={row.procedureName} /> },
    { key: "state", label: texts.state, cell: (row) => <StateBadge state={row.status as CaseStateCode} /> },
    { key: "received", label: texts.received, cell: (row) => formatDate(row.receivedAt) },
    {
      key: "due",
      label: texts.due,
      cell: (row) => (row.dueAt === null ? "" : formatDateTime(row.dueAt, lang)),
    },
    {
      key: "holder",
      label: texts.holder,
      cell: (row) => (row.holderUnitId === null ? "" : unitName(row.holderUnitId)),
    },
  ];
}

function nothing(texts: SearchMessages, query: string): VNode {
  return query === "" ? (
    <EmptyState title={texts.emptyTitle} icon="search">
      {texts.empty}
    </EmptyState>
  ) : (
    <EmptyState title={texts.nothingTitle} icon="search">
      {texts.nothing}
    </EmptyState>
  );
}
