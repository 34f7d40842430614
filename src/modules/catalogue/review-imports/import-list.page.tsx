import type { FastifyInstance } from "fastify";
import { groupThousands } from "../../../kernel/money.ts";
import { formatDateTime } from "../../../kernel/time.ts";
import { DataTable, EmptyState, PageTitle, Pagination } from "../../../ui/index.ts";
import type { CatalogueDeps } from "../catalogue-deps.ts";
import { asked, textsOf } from "../texts.ts";
import { listImports } from "./imports.query.ts";

const URL = "/officer/catalogue/imports";
const SIZE = 30;

/** GET /officer/catalogue/imports: what each import did. */
export function importListPage(app: FastifyInstance, deps: CatalogueDeps): void {
  app.get<{ Querystring: { before?: string } }>(
    URL,
    { config: { access: "catalogue.manage" } },
    async (request, reply) => {
      const { lang } = request;
      const texts = textsOf(lang).imports;
      const before = asked(request.query.before);
      const rows = await listImports(
        deps.database,
        /^\d{1,9}$/.test(before) ? Number(before) : undefined,
        SIZE,
      );
      const last = rows.length === SIZE ? rows.at(-1) : undefined;
      return deps.frame.officer(request, reply, {
        title: texts.title,
        active: "catalogue",
        body: (
          <>
            <PageTitle title={texts.title} lead={texts.lead} />
            <DataTable
              caption={texts.caption}
              captionHidden
              rows={rows}
              rowKey={(row) => `${row.id}`}
              rowHref={(row) => `${URL}/${row.id}`}
              columns={[
                { key: "file", label: texts.file, primary: true, cell: (row) => row.fileName },
                { key: "at", label: texts.at, cell: (row) => formatDateTime(row.startedAt, lang) },
                {
                  key: "lines",
                  label: texts.lines,
                  kind: "number",
                  cell: (row) => groupThousands(row.lines),
                },
                {
                  key: "new",
                  label: texts.kinds.new,
                  kind: "number",
                  cell: (row) => groupThousands(row.added),
                },
                {
                  key: "changed",
                  label: texts.kinds.changed,
                  kind: "number",
                  cell: (row) => groupThousands(row.changed),
                },
                {
                  key: "unchanged",
                  label: texts.unchanged,
                  kind: "number",
                  cell: (row) => groupThousands(row.unchanged),
                },
                {
                  key: "withdrawn",
                  label: texts.kinds.withdrawn,
                  kind: "number",
                  cell: (row) => groupThousands(row.withdrawn),
                },
                {
                  key: "doubtful",
                  label: texts.kinds.doubtful,
                  kind: "number",
                  cell: (row) => groupThousands(row.doubtful),
                },
                {
                  key: "broken",
                  label: texts.kinds.broken,
                  kind: "number",
                  cell: (row) => groupThousands(row.broken),
                },
              ]}
              empty={<EmptyState title={texts.empty}>{texts.emptyHint}</EmptyState>}
            />
            <Pagination nextHref={last === undefined ? undefined : `${URL}?before=${last.id}`} />
          </>
        ),
      });
    },
  );
}
