import type { Permission } from "../../../platform/permission.ts";
import { approveResult } from "../approve-result/approve-result.ts";
import { assign } from "../assign/assign.ts";
import { issueResult } from "../issue-result/issue-result.ts";
import { passOn } from "../pass-on/pass-on.ts";
import type { CaseVerb } from "../verb.ts";

/** A verb for several cases at once, and what it is given where the batch asks nothing. */
export type BatchVerb = {
  readonly name: "pass-on" | "approve" | "issue" | "assign";
  readonly permission: Permission;
  readonly verb: CaseVerb;
  /** The input for each case; `officerId` is whoever runs the batch. */
  readonly input: (officerId: number) => unknown;
};

/** The daily mass, in the order of the buttons. Claiming is assigning to oneself. */
export const batchVerbs: readonly BatchVerb[] = [
  { name: "pass-on", permission: passOn.permission, verb: passOn, input: () => ({}) },
  { name: "approve", permission: approveResult.permission, verb: approveResult, input: () => ({}) },
  { name: "issue", permission: issueResult.permission, verb: issueResult, input: () => ({ files: [] }) },
  { name: "assign", permission: assign.permission, verb: assign, input: (officerId) => ({ officerId }) },
];
