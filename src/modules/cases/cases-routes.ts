import type { FastifyInstance } from "fastify";
import { caseApi } from "./api/cases.api.ts";
import { citizenApi } from "./api/citizen.api.ts";
import { filesApi } from "./api/files.api.ts";
import { submissionApi } from "./api/submissions.api.ts";
import type { CasesDeps } from "./cases-deps.ts";
import { trackCasePages } from "./track-case/track-case.page.tsx";
import { workQueuePage } from "./work-queue/work-queue.page.tsx";

/** Every page and API of the room, a line each. */
export function casesRoutes(app: FastifyInstance, deps: CasesDeps): void {
  workQueuePage(app, deps);
  trackCasePages(app, deps);
  submissionApi(app, deps);
  caseApi(app, deps);
  citizenApi(app, deps);
  filesApi(app, deps);
}
