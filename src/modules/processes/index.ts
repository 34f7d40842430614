export {
  type ProcessDefinition,
  type ProcessFault,
  type ProcessStep,
  processFaults,
  type StepPost,
  type StepUnit,
  type StepWork,
  totalBudget,
} from "./domain/process.ts";
export { ProcessLibrary } from "./process-library.ts";
export type { StoredProcess } from "./process-store.ts";
export { type NewProcess, publishProcess } from "./publish-process.ts";
