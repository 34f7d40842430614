import { type Instant, localDateOf } from "../../../kernel/time.ts";
import type { WorkingCalendar } from "../../../kernel/working-calendar.ts";
import { type Given, givenMinutes, runningMinutes, type Span } from "./running-time.ts";
import { type Recipient, rulesInForce, type WarningRule } from "./warning-rule.ts";

/** An open step as the warnings see it. */
export type WatchedStep = Given & {
  readonly dueAt: Instant;
  /** Post that owes the step. */
  readonly post: string;
  /** When the applicant was waited for: that time is nobody's. */
  readonly waits: readonly Span[];
};

/**
 * The rules by which somebody is to be warned about a step now, for each recipient only the gravest: whoever was away
 * is not told first of the half, then of the whole. Nobody is warned about a superior's work.
 */
export function warningsDue(
  step: WatchedStep,
  now: Instant,
  calendar: WorkingCalendar,
  rules: readonly WarningRule[],
): WarningRule[] {
  const budget = givenMinutes(calendar, step, step.waits) ?? 0;
  const used = runningMinutes(calendar, { from: step.openedAt, to: now }, step.waits);
  const gravest = new Map<Recipient, WarningRule>();
  for (const rule of rulesInForce(rules, localDateOf(now))) {
    if (budget < rule.minBudgetMinutes || used < thresholdOf(rule, budget)) continue;
    if (!isAbove(rule.recipient, step.post)) continue;
    const before = gravest.get(rule.recipient);
    if (before === undefined || thresholdOf(rule, budget) > thresholdOf(before, budget)) {
      gravest.set(rule.recipient, rule);
    }
  }
  return [...gravest.values()];
}

/** Working minutes of the step after which a rule warns. */
function thresholdOf({ percent, minutesAfterDue }: WarningRule, budget: number): number {
  return percent === undefined ? budget + (minutesAfterDue ?? 0) : Math.ceil((budget * percent) / 100);
}

function isAbove(recipient: Recipient, post: string): boolean {
  switch (recipient) {
    case "holder":
    case "office":
      return true;
    case "division-head":
      return post !== "division-head" && post !== "leader";
    case "leader":
      return post !== "leader";
  }
}
