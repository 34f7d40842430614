import type { FastifyInstance } from "fastify";
import { type CatalogueDeps, ownProvince } from "../catalogue-deps.ts";
import { findLifeEvent } from "../domain/life-events.ts";
import { listFields } from "../procedure.query.ts";
import { searchProcedures } from "../search-procedures/search-procedures.query.ts";
import { asked, textsOf } from "../texts.ts";
import { type ListQuestion, ListView } from "./list-procedures.view.tsx";

type Query = Partial<Record<"q" | "field" | "level" | "event" | "after", string>>;

/** GET /procedures: search, life event, field, level; pages by key. */
export function listProceduresPage(app: FastifyInstance, deps: CatalogueDeps): void {
  const { database, frame } = deps;
  app.get<{ Querystring: Query }>("/procedures", { config: { access: "public" } }, async (request, reply) => {
    const question: ListQuestion = {
      q: asked(request.query.q),
      field: asked(request.query.field, 300),
      level: asked(request.query.level),
      event: findLifeEvent(asked(request.query.event)),
      after: asked(request.query.after, 2000),
    };
    const [page, fields] = await Promise.all([
      searchProcedures(database, {
        q: question.q,
        field: question.field === "" ? undefined : question.field,
        level: question.level === "" ? undefined : question.level,
        among: question.event,
        after: question.after,
        province: ownProvince(deps),
      }),
      listFields(database, ownProvince(deps)),
    ]);
    const { list, events } = textsOf(request.lang);
    const title =
      question.event === undefined ? list.title : list.eventTitle(events[question.event.key].title);
    return frame.citizen(request, reply, {
      title,
      active: "procedures",
      body: <ListView lang={request.lang} title={title} question={question} page={page} fields={fields} />,
    });
  });
}
