import type { FastifyInstance } from "fastify";
import type { VNode } from "preact";
import { type Column, DataTable, EmptyState, LinkButton, PageTitle } from "../../../ui/index.ts";
import type { CasesDeps } from "../cases-deps.ts";
import { deskHref } from "./desk-form.view.tsx";
import { desksOf } from "./desk-model-of.ts";
import { LargeSearch } from "./large-search.view.tsx";
import { mostUsed } from "./most-used.query.ts";
import type { ReceiveMessages } from "./receive-messages.vi.ts";
import { receiveTexts } from "./receive-texts.ts";

const LIMIT = 20;

type Line = {
  readonly code: string;
  readonly name: string;
  readonly field: string;
  readonly levels?: readonly string[];
  readonly times?: number;
};

/** GET /officer/receive: finding the procedure; what this desk receives most stands there already. */
export function findProcedurePage(app: FastifyInstance, deps: CasesDeps): void {
  app.get<{ Querystring: { q?: string } }>(
    "/officer/receive",
    { config: { access: "case.receive" } },
    async (request, reply) => {
      const query = ([request.query.q].flat()[0] ?? "").trim();
      const texts = receiveTexts(request.lang).search;
      if (query === "") {
        const used = await mostUsed(
          deps.database.pool,
          desksOf(deps, request.actor).map((desk) => desk.id),
        );
        return deps.frame.officer(request, reply, page(texts, query, used, texts.mostUsed));
      }
      const found = await deps.searchProcedures(query, { receivableOnly: true, limit: LIMIT });
      const [only] = found;
      if (only !== undefined && isCodeOf(query, only.code)) {
        return reply.redirect(deskHref(only.code, "later"), 303);
      }
      return deps.frame.officer(request, reply, page(texts, query, found, texts.found(found.length, query)));
    },
  );
}

function isCodeOf(query: string, code: string): boolean {
  return query.toUpperCase() === code.toUpperCase();
}

function page(texts: ReceiveMessages["search"], query: string, lines: readonly Line[], caption: string) {
  const body = (
    <>
      <PageTitle
        title={texts.title}
        lead={texts.hint}
        actions={<LinkButton href="/officer/receive-group">{texts.groups}</LinkButton>}
      />
      <LargeSearch action="/officer/receive" label={texts.label} button={texts.button} query={query} />
      <DataTable
        caption={caption}
        columns={columnsOf(texts, query === "")}
        rows={lines}
        rowKey={(line) => line.code}
        rowHref={(line) => deskHref(line.code, "later")}
        empty={nothing(texts, query)}
      />
    </>
  );
  return { title: texts.title, active: "receive", body };
}

function columnsOf(texts: ReceiveMessages["search"], mostUsedFirst: boolean): readonly Column<Line>[] {
  const levels: Readonly<Record<string, string>> = texts.levels;
  return [
    { key: "name", label: texts.name, primary: true, cell: (line) => line.name },
    { key: "code", label: texts.code, kind: "code", cell: (line) => line.code },
    { key: "field", label: texts.field, cell: (line) => line.field },
    mostUsedFirst
      ? { key: "times", label: texts.times, kind: "number", cell: (line) => line.times }
      : {
          key: "level",
          label: texts.level,
          cell: (line) => (line.levels ?? []).map((level) => levels[level] ?? level).join(", "),
        },
  ];
}

function nothing(texts: ReceiveMessages["search"], query: string): VNode {
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
