import type { FastifyInstance } from "fastify";
import type { Lang } from "../../../kernel/time.ts";
import type { CatalogueDeps, TodayFigures } from "../catalogue-deps.ts";
import { textsOf } from "../texts.ts";
import { HomeView } from "./home.view.tsx";

/** The figures of today change by the minute; asking the cases for each visitor would cost more than it tells. */
const FRESH_MS = 20_000;

/** GET /: what do you need, the moments of life, where is my case, how the province does today. */
export function homePage(app: FastifyInstance, deps: CatalogueDeps): void {
  const figures = rememberedFigures(deps);
  app.get("/", { config: { access: "public" } }, async (request, reply) =>
    deps.frame.citizen(request, reply, {
      title: textsOf(request.lang).home.title,
      active: "home",
      body: <HomeView lang={request.lang satisfies Lang} figures={await figures()} />,
    }),
  );
}

function rememberedFigures({ todayFigures, clock }: CatalogueDeps): () => Promise<TodayFigures> {
  let asked: { readonly at: number; readonly figures: Promise<TodayFigures> } | undefined;
  return async () => {
    const now = clock();
    if (asked === undefined || now - asked.at > FRESH_MS) asked = { at: now, figures: todayFigures() };
    try {
      return await asked.figures;
    } catch (cause) {
      asked = undefined;
      throw cause;
    }
  };
}
