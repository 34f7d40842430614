import type { LocalDate } from "../../kernel/time.ts";
import type { Db } from "./db.ts";
import type { Recipient, WarningRule } from "./domain/warning-rule.ts";

type Row = {
  code: string;
  effective_from: LocalDate;
  effective_to: LocalDate | null;
  percent: number | null;
  minutes_after_due: number | null;
  recipient: Recipient;
  min_budget_minutes: number;
};

/** Every rule of warning that ever held or will hold; a handful. */
export async function warningRules(db: Db): Promise<WarningRule[]> {
  const found = await db.query<Row>({
    name: "steering.warning-rules",
    text: `select code, effective_from, effective_to, percent, minutes_after_due, recipient, min_budget_minutes
      from steering.warning_rule order by code, effective_from`,
  });
  return found.rows.map((row) => ({
    code: row.code,
    effectiveFrom: row.effective_from,
    recipient: row.recipient,
    minBudgetMinutes: row.min_budget_minutes,
    ...(row.effective_to === null ? {} : { effectiveTo: row.effective_to }),
    ...(row.percent === null ? {} : { percent: row.percent }),
    ...(row.minutes_after_due === null ? {} : { minutesAfterDue: row.minutes_after_due }),
  }));
}
