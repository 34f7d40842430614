export type { CasesDeps, ProcedureInForce } from "./cases-deps.ts";
export { casesRoutes } from "./cases-routes.ts";
export type { CaseState } from "./domain/case-state.ts";
export { CASE_STATUS, type CaseStatus } from "./domain/case-status.ts";
export { type DueView, dueView } from "./due-view.ts";
export { caseWords, refusalStatus } from "./for-steering/case-words.ts";
export {
  casesWithLateSteps,
  type TimedCase,
  type TimedStep,
} from "./for-steering/late-steps.query.ts";
export {
  type ApologyFacts,
  apologyFacts,
  type NearlyDueCase,
  nearlyDue,
} from "./for-steering/nearly-due.query.ts";
export { type OpenStepRow, openSteps, stillOpen } from "./for-steering/open-steps.query.ts";
export { readableCases } from "./for-steering/readable-cases.query.ts";
export {
  ApologyInput,
  type ApologySigned,
  apologyPaperHref,
  apologySigner,
  type SignApology,
} from "./for-steering/sign-apology.ts";
export {
  type DayCounts,
  type DigestCase,
  dayCounts,
  dueBetween,
  opinionsUnanswered,
  urgedUnanswered,
} from "./for-steering/unit-digest.query.ts";
export {
  type EndingCursor,
  endingsSince,
  openVerdictFacts,
  type VerdictRow,
  verdictFacts,
} from "./for-steering/verdict-facts.query.ts";
export { type ChainFault, type ChainReport, checkChain } from "./history/check-chain.ts";
export { latestActionAt } from "./history/history-store.ts";
export { type RebuildReport, rebuild } from "./history/rebuild.ts";
export { sealDays } from "./history/seal-day.ts";
export { csv } from "./on-time-report/csv.ts";
export {
  onTimeRate,
  todayFigures,
  type UnitFigures,
  unitFigures,
} from "./on-time-report/on-time-report.query.ts";
export { type ReportRequest, reportRequest } from "./on-time-report/report-request.ts";
export { calendarEffects } from "./recompute-deadlines/calendar-effects.ts";
export { movedCasesPage } from "./recompute-deadlines/moved-cases.page.tsx";
export { recomputeJobs } from "./recompute-deadlines/recompute-jobs.ts";
export { type Pause, pausesBetween, urgingsBetween } from "./step-times/pauses.query.ts";
export { procedureFigures, slowestSteps } from "./step-times/step-times.query.ts";
export { formErrors } from "./texts.ts";
export { trackingWord } from "./tracking-word.ts";
export { type QueueCounts, queueCounts } from "./work-queue/work-queue.query.ts";
