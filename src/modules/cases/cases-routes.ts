import type { FastifyInstance } from "fastify";
import { caseApi } from "./api/cases.api.ts";
import { citizenApi } from "./api/citizen.api.ts";
import { filesApi } from "./api/files.api.ts";
import { submissionApi } from "./api/submissions.api.ts";
import { batchPage } from "./batch/batch.page.tsx";
import { caseFilePage } from "./case-detail/case-file.page.ts";
import { caseScreenPage } from "./case-detail/case-screen.page.ts";
import { casePapersPages } from "./case-papers/case-papers.page.ts";
import type { CasesDeps } from "./cases-deps.ts";
import { changeProcedurePages } from "./change-procedure/change-procedure.page.tsx";
import { doWithCasePages } from "./do-with-case/do-with-case.page.ts";
import { explainPages } from "./explain-deadline/explain-deadline.page.tsx";
import { onTimePages } from "./on-time-report/on-time-report.page.tsx";
import { rateCasePages } from "./rate-case/rate-case.page.tsx";
import { receiveAtOncePages } from "./receive-at-once/receive-at-once.page.tsx";
import { findProcedurePage } from "./receive-case/find-procedure.page.tsx";
import { receiveCasePages } from "./receive-case/receive-case.page.tsx";
import { receivedPage } from "./receive-case/received.page.tsx";
import { registerBookPages } from "./register-book/register-book.page.tsx";
import { searchCasesPage } from "./search-cases/search-cases.page.tsx";
import { trackCasePages } from "./track-case/track-case.page.tsx";
import { workQueuePage } from "./work-queue/work-queue.page.tsx";

/** Every page and API of the room, a line each. */
export function casesRoutes(app: FastifyInstance, deps: CasesDeps): void {
  workQueuePage(app, deps);
  findProcedurePage(app, deps);
  receiveCasePages(app, deps);
  receiveAtOncePages(app, deps);
  receivedPage(app, deps);
  changeProcedurePages(app, deps);
  casePapersPages(app, deps);
  registerBookPages(app, deps);
  searchCasesPage(app, deps);
  batchPage(app, deps);
  caseScreenPage(app, deps);
  caseFilePage(app, deps);
  doWithCasePages(app, deps);
  trackCasePages(app, deps);
  explainPages(app, deps);
  rateCasePages(app, deps);
  onTimePages(app, deps);
  submissionApi(app, deps);
  caseApi(app, deps);
  citizenApi(app, deps);
  filesApi(app, deps);
}
