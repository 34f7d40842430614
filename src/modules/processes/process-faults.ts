import { PERMISSIONS } from "../../platform/permission.ts";
import {
  type CheckedProcess,
  faultsOf,
  type Posts,
  type ProcessFault,
  type Surroundings,
} from "./domain/process-faults.ts";

/** Who may do what at a step is said by the permission of the verb that ends it, in the one table of them (ADR 11). */
const POSTS: Posts = {
  doing: {
    receive: PERMISSIONS["case.receive"].posts,
    process: PERMISSIONS["case.pass-on"].posts,
    review: PERMISSIONS["case.pass-on"].posts,
    approve: PERMISSIONS["case.approve"].posts,
    issue: PERMISSIONS["case.issue"].posts,
    return: PERMISSIONS["case.hand-over"].posts,
    opinion: PERMISSIONS["case.give-opinion"].posts,
    "await-payment": PERMISSIONS["case.end-wait"].posts,
    "await-outside": PERMISSIONS["case.end-wait"].posts,
  },
  drafting: PERMISSIONS["case.draft-result"].posts,
};

/** Everything that keeps a process from being published, each fault with its step; an empty list means it may be. */
export function processFaults(process: CheckedProcess, around: Surroundings = {}): readonly ProcessFault[] {
  return faultsOf(process, POSTS, around);
}
