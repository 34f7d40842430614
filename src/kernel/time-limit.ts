/**
 * A legal time limit. Amounts may be fractions of quarters (6,25 working days, 0,5 hour).
 * "in-day" is the limit of procedures answered on the day of receipt (Luật Hộ tịch; received after the cut-off: next working day).
 */
export type TimeLimit = {
  readonly amount: number;
  readonly unit: "hour" | "working-day" | "calendar-day" | "month" | "in-day";
};
