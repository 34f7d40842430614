import type { FastifyInstance } from "fastify";
import type { CasesDeps } from "../cases-deps.ts";
import { drawCase } from "./draw-case.tsx";

/** GET /officer/cases/:id: the case on one screen. */
export function caseScreenPage(app: FastifyInstance, deps: CasesDeps): void {
  app.get<{ Params: { id: string } }>(
    "/officer/cases/:id",
    { config: { access: "case.read" } },
    (request, reply) => drawCase(deps, request, reply),
  );
}
