import { endOfTerm } from "../../../kernel/deadline.ts";
import { type Refused, refuse } from "../../../kernel/result.ts";
import { formatDate, type Instant, type LocalDate, localDateOf } from "../../../kernel/time.ts";
import type { CaseState } from "./case-state.ts";
import type { CaseRefusal } from "./refusal.ts";
import type { RuleContext } from "./rule-context.ts";

type Law = Pick<RuleContext, "calendar" | "rules">;

/**
 * The last moment at which papers may be asked for: so many working days after receipt, the day of receipt not counted
 * (NĐ 61/2018 Điều 19 khoản 4, NĐ 118/2025 Điều 11: three). Pure.
 */
export function supplementAskUntil(receivedAt: Instant, { calendar, rules }: Law): Instant {
  return endOfTerm(calendar, receivedAt, rules.supplementAskWithinWorkingDays);
}

/**
 * The last day on which the applicant may bring the papers, until midnight (BLDS 2015 Điều 148 khoản 6): so many working
 * days after they were asked for, that day not counted. Pure.
 */
export function supplementBringUntil(askedAt: Instant, { calendar, rules }: Law): LocalDate {
  return localDateOf(endOfTerm(calendar, askedAt, rules.supplementLapsesAfterWorkingDays));
}

/**
 * Why papers may not be asked for now: the lawful number of requests is used up, or the days are over; then the detail
 * is the day on which they ended. What a leader allowed, may be asked once. Pure.
 */
export function supplementDenied(
  state: Pick<CaseState, "supplements" | "receivedAt" | "allowance">,
  context: Law & Pick<RuleContext, "now">,
): Refused<CaseRefusal> | undefined {
  if (state.allowance !== undefined) return undefined;
  if (state.supplements >= context.rules.maxSupplements) return refuse("supplement-used");
  if (state.receivedAt === undefined) return undefined;
  const until = supplementAskUntil(state.receivedAt, context);
  return context.now > until ? refuse("supplement-too-late", formatDate(until)) : undefined;
}
