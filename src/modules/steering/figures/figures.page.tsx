import type { FastifyInstance } from "fastify";
import type { SteeringDeps } from "../steering-deps.ts";
import { FiguresView, figuresTexts } from "./figures.view.tsx";

/** GET /figures: both on-time figures of the province, for everybody. */
export function figuresPage(app: FastifyInstance, deps: SteeringDeps): void {
  app.get("/figures", { config: { access: "public" } }, async (request, reply) =>
    deps.frame.citizen(request, reply, {
      title: figuresTexts(request.lang).title,
      active: "figures",
      wide: true,
      body: <FiguresView lang={request.lang} figures={await deps.figures()} />,
    }),
  );
}
