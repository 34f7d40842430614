import type { TimeLimit } from "../../kernel/time-limit.ts";
import type { ProcedureFacts } from "./processes-deps.ts";

/** The time limit of a procedure, or of one of its variants (""): none. */
export function limitOf(procedure: ProcedureFacts | undefined, variantCode: string): TimeLimit | undefined {
  const variant = procedure?.variants.find(({ code }) => code === variantCode);
  return variant?.limit ?? procedure?.limit;
}
