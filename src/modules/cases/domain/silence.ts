import { ok, type Result, refuse } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/time.ts";
import { appointmentInForce } from "../../../kernel/verdict.ts";
import type { CaseState } from "./case-state.ts";
import { CASE_STATUS } from "./case-status.ts";
import type { CaseRefusal } from "./refusal.ts";
import { mainSteps } from "./steps.ts";

/** Where a law makes silence an answer: which one, and the article (`whenSilent` of a process). */
export type SilenceRule = { readonly outcome: "granted" | "refused"; readonly basis: string };

/**
 * From when on silence is the answer of a case: the appointment in force. Refuses where it will not be: the case has no
 * running appointment, or the opposite is signed and waits only for its number: then somebody did decide. Pure.
 */
export function silentFrom(state: CaseState, { outcome }: SilenceRule): Result<Instant, CaseRefusal> {
  const { clock, status, draft } = state;
  if (state.group?.role === "parent") return refuse("group-parent");
  if (status !== CASE_STATUS.received && status !== CASE_STATUS.processing) return refuse("wrong-state");
  const appointment = appointmentInForce(clock);
  if (appointment === undefined || clock.pausedAt !== undefined || clock.endedAt !== undefined)
    return refuse("no-appointment");
  const toIssue = mainSteps(state).every(({ work }) => work === "issue");
  const isSigned = state.approvedBy !== undefined && draft !== undefined && toIssue;
  return isSigned && draft.kind !== outcome ? refuse("signed-otherwise") : ok(appointment);
}
