import type { FastifyInstance, FastifyRequest } from "fastify";
import type { VNode } from "preact";
import {
  Badge,
  Button,
  type Column,
  DataTable,
  EmptyState,
  Form,
  LinkButton,
  PageTitle,
  Pagination,
  SearchBox,
  Select,
} from "../../../ui/index.ts";
import type { CatalogueDeps } from "../catalogue-deps.ts";
import {
  type ProcedureListItem,
  type ProcedurePage,
  searchProcedures,
} from "../search-procedures/search-procedures.query.ts";
import { asked, link, shortened, textsOf, timeLines } from "../texts.ts";

const URL = "/officer/catalogue";
type Asked = { readonly q: string; readonly origin: string };

/** GET /officer/catalogue: every procedure with state and origin, withdrawn ones too. */
export function catalogueListPage(app: FastifyInstance, deps: CatalogueDeps): void {
  app.get<{ Querystring: Partial<Record<"q" | "origin" | "after", string>> }>(
    URL,
    { config: { access: "catalogue.manage" } },
    async (request, reply) => {
      const question = { q: asked(request.query.q), origin: asked(request.query.origin) };
      const page = await searchProcedures(deps.database, {
        q: question.q,
        origin: question.origin === "" ? undefined : question.origin,
        withdrawnToo: true,
        limit: 50,
        after: asked(request.query.after, 2000),
      });
      return deps.frame.officer(request, reply, {
        title: textsOf(request.lang).manage.title,
        active: "catalogue",
        body: body(request, question, page),
      });
    },
  );
}

function body({ lang }: FastifyRequest, { q, origin }: Asked, page: ProcedurePage): VNode {
  const texts = textsOf(lang).manage;
  return (
    <>
      <PageTitle
        title={texts.title}
        actions={<LinkButton href={`${URL}/imports`}>{texts.imports}</LinkButton>}
      />
      <SearchBox
        action={URL}
        label={texts.search}
        value={q}
        id="catalogue-search"
        hidden={origin === "" ? {} : { origin }}
      />
      <Form action={URL} method="get" class="row">
        {q === "" ? null : <input type="hidden" name="q" value={q} />}
        <Select
          name="origin"
          label={texts.origin}
          required={false}
          unmarked
          value={origin}
          emptyLabel={texts.everyOrigin}
          options={Object.entries(texts.origins).map(([value, label]) => ({ value, label }))}
        />
        <Button small>{textsOf(lang).list.filter}</Button>
      </Form>
      <DataTable
        caption={texts.caption}
        captionHidden
        columns={columns(lang)}
        rows={page.items}
        rowKey={(item) => item.code}
        rowHref={(item) => `${URL}/${item.code}`}
        empty={<EmptyState title={texts.empty}>{texts.emptyHint}</EmptyState>}
      />
      <Pagination
        nextHref={page.next === undefined ? undefined : link(URL, { q, origin, after: page.next })}
      />
    </>
  );
}

function columns(lang: FastifyRequest["lang"]): readonly Column<ProcedureListItem>[] {
  const texts = textsOf(lang).manage;
  return [
    { key: "code", label: texts.code, kind: "code", cell: (item) => item.code },
    { key: "name", label: texts.name, primary: true, cell: (item) => shortened(item.name, 160) },
    { key: "field", label: texts.field, cell: (item) => item.field },
    {
      key: "limit",
      label: texts.limit,
      cell: (item) => timeLines(lang, item, item.channels).join("; "),
    },
    { key: "origin", label: texts.origin, cell: (item) => texts.origins[item.origin] },
    {
      key: "receivable",
      label: texts.receivable,
      cell: (item) => (item.receivable ? <Badge tone="ok" icon="check" label={texts.yes} /> : texts.no),
    },
    {
      key: "state",
      label: texts.state,
      cell: (item) =>
        item.state === "withdrawn" ? (
          <Badge tone="danger" label={texts.states.withdrawn} />
        ) : (
          texts.states.active
        ),
    },
  ];
}
