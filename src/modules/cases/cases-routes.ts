import type { FastifyInstance } from "fastify";
import type { CasesDeps } from "./cases-deps.ts";
import { trackCasePages } from "./track-case/track-case.page.tsx";
import { workQueuePage } from "./work-queue/work-queue.page.tsx";

/** Every page and API of the room, a line each. */
export function casesRoutes(app: FastifyInstance, deps: CasesDeps): void {
  workQueuePage(app, deps);
  trackCasePages(app, deps);
}
