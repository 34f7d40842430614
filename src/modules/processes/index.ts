export { type BpmnRefusal, fromBpmn, type ReadBpmn } from "./bpmn/from-bpmn.ts";
export { toBpmn, type WrittenProcess } from "./bpmn/to-bpmn.ts";
export { CASE_FACTS, type CaseFact, type CaseFacts, type Condition, holdsFor } from "./domain/condition.ts";
export {
  type DraftStep,
  type Flow,
  type ProcessDefinition,
  type ProcessStep,
  type ProcessTerms,
  type StepOutcome,
  type StepPost,
  type StepUnit,
  type StepWork,
  totalBudget,
} from "./domain/process.ts";
export type { ProcessFault } from "./domain/process-faults.ts";
export { UNCOUNTED_REASONS, UNCOUNTED_SOURCE, type UncountedReason } from "./domain/uncounted.ts";
export { regionBetween, targetsOf, type Walk, walkOf } from "./domain/walk.ts";
export type { DraftContent } from "./draft-store.ts";
export { type ImportReport, readDecision } from "./import-processes/read-decision.ts";
export type { ImportedProcess } from "./import-processes/read-record.ts";
export { processFaults } from "./process-faults.ts";
export { ProcessLibrary } from "./process-library.ts";
export type { StoredProcess } from "./process-store.ts";
export type { ProcedureFacts, ProcessesDeps } from "./processes-deps.ts";
export { processesRoutes } from "./processes-routes.ts";
export { type NewProcess, publishProcess } from "./publish-process.ts";
export type {
  MoveOrder,
  MovePreview,
  MoveQuestion,
  MoveState,
  RunningCases,
  StepMapping,
  StepPreview,
  WhyStays,
} from "./running-cases.ts";
