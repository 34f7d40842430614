import type { FastifyInstance } from "fastify";
import type { CasesDeps } from "./cases-deps.ts";

/** Every page and API of the room, a line each. */
export function casesRoutes(app: FastifyInstance, deps: CasesDeps): void {
  void app;
  void deps;
}
