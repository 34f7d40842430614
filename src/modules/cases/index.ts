export type { CasesDeps, ProcedureInForce } from "./cases-deps.ts";
export { casesRoutes } from "./cases-routes.ts";
export type { CaseState } from "./domain/case-state.ts";
export { CASE_STATUS, type CaseStatus } from "./domain/case-status.ts";
export { type ChainFault, type ChainReport, checkChain } from "./history/check-chain.ts";
export { latestActionAt } from "./history/history-store.ts";
export { type RebuildReport, rebuild } from "./history/rebuild.ts";
export { sealDays } from "./history/seal-day.ts";
export {
  onTimeRate,
  todayFigures,
  type UnitFigures,
  unitFigures,
} from "./on-time-report/on-time-report.query.ts";
export { procedureFigures, slowestSteps } from "./step-times/step-times.query.ts";
export { trackingWord } from "./tracking-word.ts";
export { type QueueCounts, queueCounts } from "./work-queue/work-queue.query.ts";
