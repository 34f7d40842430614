import type { LocalDate } from "../../../kernel/time.ts";

/** Who is warned: whoever holds the step, then up the ladder. */
export type Recipient = "holder" | "division-head" | "leader" | "office";

/** When whom is warned about a step; data with the days on which it holds. */
export type WarningRule = {
  /** Stable over its versions: one code warns once for one step. */
  readonly code: string;
  readonly effectiveFrom: LocalDate;
  readonly effectiveTo?: LocalDate;
  /** A share of the budget, 1..100; or … */
  readonly percent?: number;
  /** … working minutes after the budget is used up. */
  readonly minutesAfterDue?: number;
  readonly recipient: Recipient;
  /** Steps with a smaller budget are left alone, in working minutes. */
  readonly minBudgetMinutes: number;
};

/** The rules that hold on a day. */
export function rulesInForce(rules: readonly WarningRule[], on: LocalDate): WarningRule[] {
  return rules.filter(
    (rule) => rule.effectiveFrom <= on && (rule.effectiveTo === undefined || on <= rule.effectiveTo),
  );
}
