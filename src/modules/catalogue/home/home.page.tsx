import type { FastifyInstance } from "fastify";
import type { CatalogueDeps } from "../catalogue-deps.ts";
import { textsOf } from "../texts.ts";
import { HomeView } from "./home.view.tsx";

/** GET /: what do you need, the moments of life, where is my case, how the province does today. */
export function homePage(app: FastifyInstance, deps: CatalogueDeps): void {
  app.get("/", { config: { access: "public" } }, async (request, reply) =>
    deps.frame.citizen(request, reply, {
      title: textsOf(request.lang).home.title,
      active: "home",
      wide: true,
      body: <HomeView lang={request.lang} figures={await deps.todayFigures()} />,
    }),
  );
}
