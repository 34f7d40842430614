export type { CasesDeps, ProcedureInForce } from "./cases-deps.ts";
export { casesRoutes } from "./cases-routes.ts";
export { closeSilentOpinionsJob } from "./close-silent-opinions/close-silent-opinions.ts";
export { silenceJobs } from "./decide-by-silence/silence-jobs.ts";
export {
  type SilentCase,
  type SilentProcess,
  silentCases,
} from "./decide-by-silence/silent-cases.query.ts";
export type { CaseState } from "./domain/case-state.ts";
export { CASE_STATUS, type CaseStatus } from "./domain/case-status.ts";
export { type DueView, dueView } from "./due-view.ts";
export { groupJobs } from "./follow-groups/group-jobs.ts";
export { caseWords, refusalStatus } from "./for-steering/case-words.ts";
export {
  type CaseLine,
  caseIdsAfter,
  caseLines,
  casesChanged,
  takeChangedCases,
} from "./for-steering/changed-cases.query.ts";
export {
  casesWithLateSteps,
  type TimedCase,
  type TimedStep,
} from "./for-steering/late-steps.query.ts";
export {
  type ApologyFacts,
  type AppointmentFacts,
  apologyFacts,
  type NearlyDueCase,
  nearlyDue,
} from "./for-steering/nearly-due.query.ts";
export {
  type HeldOpenStep,
  type OpenStepRow,
  openSteps,
  stillOpen,
} from "./for-steering/open-steps.query.ts";
export { readableCases } from "./for-steering/readable-cases.query.ts";
export {
  ApologyInput,
  type ApologySigned,
  apologyPaperHref,
  apologySigner,
  type SignApology,
} from "./for-steering/sign-apology.ts";
export { type Unaccepted, unacceptedOnline } from "./for-steering/unaccepted.query.ts";
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
export { caseHander } from "./hand-to-successor/hand-to-successor.ts";
export { reorganisationEffects } from "./hand-to-successor/reorganisation-effects.ts";
export { unsureCasesPages } from "./hand-to-successor/unsure-cases.page.tsx";
export { type ChainFault, type ChainReport, checkChain } from "./history/check-chain.ts";
export { latestActionAt } from "./history/history-store.ts";
export { type RebuildReport, rebuild } from "./history/rebuild.ts";
export { sealDays } from "./history/seal-day.ts";
export { moveLeftWorkJob, staffWork } from "./move-left-work/move-left-work.ts";
export { moveJobs } from "./move-process/move-process.ts";
export { runningCasesOf } from "./move-process/running-cases.ts";
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
export { previewJob } from "./recompute-deadlines/preview-job.ts";
export { recomputeJobs } from "./recompute-deadlines/recompute-jobs.ts";
export { sharingFollowsSuccessors } from "./share-work/follow-successors.ts";
export { shareNewWorkJob } from "./share-work/share-setting.ts";
export { type ChangeCounts, changesBetween } from "./step-times/changes.query.ts";
export { type Pause, pausesBetween, urgingsBetween } from "./step-times/pauses.query.ts";
export { procedureFigures, slowestSteps } from "./step-times/step-times.query.ts";
export { formErrors } from "./texts.ts";
export { trackingWord } from "./tracking-word.ts";
export { type QueueCounts, queueBadge, queueCounts } from "./work-queue/work-queue.query.ts";
