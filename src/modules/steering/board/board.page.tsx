import type { FastifyInstance } from "fastify";
import type { VNode } from "preact";
import type { Lang } from "../../../kernel/time.ts";
import { DataTable, PageTitle } from "../../../ui/index.ts";
import type { SteeringDeps } from "../steering-deps.ts";
import { BoardNumbersView, BoardStatus } from "./board.view.tsx";
import { boardModel, boardTexts, scopeOf } from "./board-model.ts";
import { boardRequest } from "./board-request.ts";

const PATH = "/board";
/** Without JavaScript the page is read again; a little slower than the stream, so that reading is possible. */
export const REFRESH_SECONDS = 10;

/** GET /board: the live numbers of the province, for everybody; GET /board/method: how each is made. */
export function boardPages(app: FastifyInstance, deps: SteeringDeps): void {
  app.get(PATH, { config: { access: "public" } }, async (request, reply) => {
    const { lang } = request;
    const asked = boardRequest(request.query);
    const numbers = await deps.board.numbers(asked.period, scopeOf(asked, deps.directory));
    const model = boardModel(numbers, asked, deps.directory, lang);
    const words = boardTexts(lang);
    const props = { lang, path: PATH, request: asked, model };
    return deps.frame.citizen(request, reply, {
      title: words.title,
      active: "board",
      wide: true,
      refreshSeconds: REFRESH_SECONDS,
      body: (
        <>
          <PageTitle title={words.title} lead={words.lead} />
          <BoardStatus {...props} />
          <BoardNumbersView {...props} />
          <p class="row">
            <a href="/board/method">{words.methodLink}</a>
            <a href="/figures">{words.figuresLink}</a>
          </p>
        </>
      ),
    });
  });

  app.get("/board/method", { config: { access: "public" } }, (request, reply) =>
    deps.frame.citizen(request, reply, {
      title: boardTexts(request.lang).method.title,
      active: "board",
      wide: true,
      body: <Method lang={request.lang} />,
    }),
  );
}

function Method({ lang }: { readonly lang: Lang }): VNode {
  const words = boardTexts(lang);
  const { method } = words;
  const names: Readonly<Record<string, string>> = words.figures;
  return (
    <>
      <PageTitle title={method.title} lead={method.lead} />
      <DataTable
        caption={method.title}
        captionHidden
        columns={[
          { key: "number", label: method.number, primary: true, cell: ([name]) => names[name] ?? name },
          { key: "how", label: method.how, cell: ([, how]) => how },
        ]}
        rows={Object.entries(method.rows)}
        rowKey={([name]) => name}
        empty={null}
      />
      <section class="flow">
        <h2>{method.differenceTitle}</h2>
        <p>{method.difference}</p>
      </section>
      <section class="flow">
        <h2>{method.placeTitle}</h2>
        <ul class="prose">
          {method.place.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      <p class="row">
        <a href={PATH}>{words.title}</a>
        <a href="/figures">{words.figuresLink}</a>
      </p>
    </>
  );
}
