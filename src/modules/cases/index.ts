export type { CasesDeps, ProcedureInForce } from "./cases-deps.ts";
export { casesRoutes } from "./cases-routes.ts";
export type { CaseState } from "./domain/case-state.ts";
export { CASE_STATUS, type CaseStatus } from "./domain/case-status.ts";
export { todayFigures, type UnitFigures, unitFigures } from "./on-time-report/on-time-report.query.ts";
export { type QueueCounts, queueCounts } from "./work-queue/work-queue.query.ts";
