import type { FastifyInstance } from "fastify";
import { caseApi } from "./api/cases.api.ts";
import { citizenApi } from "./api/citizen.api.ts";
import { filesApi } from "./api/files.api.ts";
import { submissionApi } from "./api/submissions.api.ts";
import { batchPage } from "./batch/batch.page.tsx";
import { caseFilePage } from "./case-detail/case-file.page.ts";
import { caseScreenPage } from "./case-detail/case-screen.page.ts";
import type { CasesDeps } from "./cases-deps.ts";
import { doWithCasePages } from "./do-with-case/do-with-case.page.ts";
import { trackCasePages } from "./track-case/track-case.page.tsx";
import { workQueuePage } from "./work-queue/work-queue.page.tsx";

/** Every page and API of the room, a line each. */
export function casesRoutes(app: FastifyInstance, deps: CasesDeps): void {
  workQueuePage(app, deps);
  batchPage(app, deps);
  caseScreenPage(app, deps);
  caseFilePage(app, deps);
  doWithCasePages(app, deps);
  trackCasePages(app, deps);
  submissionApi(app, deps);
  caseApi(app, deps);
  citizenApi(app, deps);
  filesApi(app, deps);
}
