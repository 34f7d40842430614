import type { FastifyInstance } from "fastify";
import type { VNode } from "preact";
import { formatDateTime, type Lang } from "../../../kernel/time.ts";
import { EmptyState, PageTitle, Pagination, Tabs } from "../../../ui/index.ts";
import type { CatalogueDeps } from "../catalogue-deps.ts";
import type { EntryKind } from "../domain/import-entry.ts";
import { asked, link, textsOf } from "../texts.ts";
import { EntryTable } from "./entry-table.tsx";
import { type EntryRow, findImport, type ImportRow, listEntries } from "./imports.query.ts";

const KINDS = ["changed", "doubtful", "new", "withdrawn", "broken"] as const satisfies readonly EntryKind[];
const SIZE = 50;

type Route = { Params: { id: string }; Querystring: { kind?: string; after?: string } };

/** GET /officer/catalogue/imports/:id: the differences of an import, by kind, field by field. */
export function importDetailPage(app: FastifyInstance, deps: CatalogueDeps): void {
  app.get<Route>(
    "/officer/catalogue/imports/:id",
    { config: { access: "catalogue.manage" } },
    async (request, reply) => {
      const id = numberOf(request.params.id);
      const found = await findImport(deps.database, id);
      if (found === undefined) return reply.callNotFound();
      const kind = KINDS.find((one) => one === asked(request.query.kind)) ?? firstWithEntries(found);
      const after = numberOf(asked(request.query.after));
      const rows = await listEntries(deps.database, { importId: id, kind, after, limit: SIZE });
      const { lang } = request;
      return deps.frame.officer(request, reply, {
        title: textsOf(lang).imports.detailTitle(id),
        active: "catalogue",
        body: <ImportDetail lang={lang} found={found} kind={kind} rows={rows} />,
      });
    },
  );
}

function ImportDetail(props: {
  readonly lang: Lang;
  readonly found: ImportRow;
  readonly kind: EntryKind;
  readonly rows: readonly EntryRow[];
}): VNode {
  const { lang, found, kind, rows } = props;
  const texts = textsOf(lang).imports;
  const url = `/officer/catalogue/imports/${found.id}`;
  const last = rows.length === SIZE ? rows.at(-1) : undefined;
  return (
    <>
      <PageTitle
        title={texts.detailTitle(found.id)}
        lead={`${found.fileName} · ${formatDateTime(found.startedAt, lang)} · ${texts.unchanged}: ${found.unchanged}`}
      />
      <Tabs
        label={texts.title}
        items={KINDS.map((one) => ({
          href: link(url, { kind: one }),
          label: texts.kinds[one],
          count: countOf(found, one),
          current: one === kind,
        }))}
      />
      {rows.length === 0 ? (
        <EmptyState title={texts.noEntries}>{texts.noEntriesHint}</EmptyState>
      ) : (
        <EntryTable lang={lang} kind={kind} rows={rows} />
      )}
      <Pagination nextHref={last === undefined ? undefined : link(url, { kind, after: `${last.id}` })} />
    </>
  );
}

function countOf(found: ImportRow, kind: EntryKind): number {
  return kind === "new" ? found.added : found[kind];
}

const firstWithEntries = (found: ImportRow): EntryKind =>
  KINDS.find((kind) => countOf(found, kind) > 0) ?? "changed";

const numberOf = (text: string): number => (/^\d{1,9}$/.test(text) ? Number(text) : 0);
